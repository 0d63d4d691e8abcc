// The code under test is CommonJS, so that all three runners can load it.
const { isNp6Error } = require("@np6/api-client");

/**
 * Executes the welcome workflow for some receivers.
 * @param {import("@np6/api-client").Np6Client} np6
 * @param {number} workflow
 * @param {string[]} receivers ids of targets
 * @returns {Promise<{ sent: string[], failed: string[], look: boolean }>} `look`: the outcome is unknown, check it
 *   first
 */
exports.sendWelcome = async function sendWelcome(np6, workflow, receivers) {
  const body = receivers.map((value) => ({ receiver: { type: "id", value } }));
  try {
    const results = await np6.executeWorkflowBatch({ path: { id: workflow }, body });
    const sent = receivers.filter((_, index) => results[index]?.type === "success");
    return { sent, failed: receivers.filter((receiver) => !sent.includes(receiver)), look: false };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    return { sent: [], failed: receivers, look: error.outcomeUnknown };
  }
};
