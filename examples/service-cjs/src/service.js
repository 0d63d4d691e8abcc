const { createServer } = require("node:http");
const { isNp6Error } = require("@np6/api-client");

/**
 * `POST /welcome` with a JSON list of receiver ids executes the workflow for all of them in one call.
 * @param {import("@np6/api-client").Np6Client} np6
 * @param {number} workflowId
 */
function createService(np6, workflowId) {
  return createServer(async (request, response) => {
    const chunks = await request.toArray();
    /** @type {string[]} */
    const receivers = JSON.parse(Buffer.concat(chunks).toString());
    try {
      const results = await np6.executeWorkflowBatch({
        path: { id: workflowId },
        body: receivers.map((value) => ({ receiver: { type: "id", value } })),
      });
      // A batch succeeds even if it failed for some receivers: each result has its own type.
      response.end(JSON.stringify(results.map(({ type }) => type)));
    } catch (error) {
      if (!isNp6Error(error)) throw error;
      // `next` tells the caller how to proceed.
      response.writeHead(error.next === "retry" ? 503 : 502).end(JSON.stringify(error));
    }
  });
}

module.exports = { createService };
