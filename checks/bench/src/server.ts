import { createServer } from "node:http";
import { answerText, workload } from "./workload.ts";

// The server of the loopback part, in its own process: it sends its port to its parent, and ends with it.

const headers = { "content-type": workload.mediaType, "content-length": Buffer.byteLength(answerText) };
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(200, headers).end(answerText));
});
// Longer than any pause of the bench, so that no request meets a closing connection.
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.on("disconnect", () => process.exit());
