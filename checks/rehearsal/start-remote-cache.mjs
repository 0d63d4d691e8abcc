// Starts a remote cache for Turborepo on a free port of this machine; its environment is the configuration. Output: a
// line of JSON with the address. It exits when its standard input ends, thus with its parent process.
import { createApp } from "turborepo-remote-cache";

const app = createApp({ trustProxy: false });
const url = await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${JSON.stringify({ url })}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
