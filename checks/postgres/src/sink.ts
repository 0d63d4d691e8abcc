// A program: an API that responds to each batch after 200 ms, and keeps a ledger of executions. It prints its port. For
// each input line, it prints the numbers of executed and twice executed receivers.
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const latencyMs = 200;
const mediaType = "application/vnd.np6.cm.workflow-v4";
const times = new Map<string, Uint8Array>();
let [total, repeated] = [0, 0];

/** Receivers are named `<job>-<number>`. */
function execute(name: string): void {
  const at = name.lastIndexOf("-");
  const [job, number] = [name.slice(0, at), Number(name.slice(at + 1))];
  const of = times.get(job) ?? new Uint8Array(4_000_000);
  times.set(job, of);
  const before = of[number] ?? 0;
  of[number] = before + 1;
  total += 1;
  if (before === 1) repeated += 1;
}

const server = createServer(async (request, response) => {
  let body = "";
  for await (const bytes of request) body += bytes;
  const items = JSON.parse(body) as { readonly receiver: { readonly value: string } }[];
  for (const { receiver } of items) execute(receiver.value);
  await wait(latencyMs);
  const answer = `[${new Array(items.length).fill('{"type":"success"}').join()}]`;
  response.writeHead(200, { "content-type": mediaType, "content-length": answer.length }).end(answer);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});
process.stdin.on("data", () => void process.stdout.write(`${total} ${repeated}\n`));
process.stdin.on("end", () => process.exit(0));
