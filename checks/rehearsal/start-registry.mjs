// Starts verdaccio on a free port of this machine. Input: its configuration as JSON. Output: a line of JSON with the
// address. It exits when its standard input ends, thus with its parent process.
import { once } from "node:events";
import { runServer } from "verdaccio";

const server = await runServer(JSON.parse(process.argv[2] ?? "{}"));
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` })}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
