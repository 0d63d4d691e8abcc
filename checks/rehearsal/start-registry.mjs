// Starts verdaccio on a free port of this machine. In: its configuration as JSON. Out: a line of JSON with the address. Ends with its
// standard input, that is with whoever started it, however that ends.
import { once } from "node:events";
import { runServer } from "verdaccio";

const server = await runServer(JSON.parse(process.argv[2] ?? "{}"));
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` })}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
