import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { onTestFinished } from "vitest";

// Listens, writes its port, and then blocks: the system completes two connections for it, and drops later ones.
const program = `
const server = require("node:net").createServer();
server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  require("node:fs").writeSync(1, String(server.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/**
 * Starts a server with a full connection queue: a further connection is neither made nor refused.
 * @returns its port on 127.0.0.1; it ends with the test
 */
export async function startFullServer(): Promise<number> {
  const server = spawn(process.execPath, ["--eval", program], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void server.kill("SIGKILL"));
  const [bytes] = await once(server.stdout, "data");
  const port = Number(String(bytes));
  for (let place = 0; place < 2; place += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    onTestFinished(() => void socket.destroy());
    await once(socket, "connect");
  }
  return port;
}
