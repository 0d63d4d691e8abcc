// A program that calls the server at the URL twice, and prints how much memory the second call took. The first call
// must succeed; it loads all modules.
// Usage: node call-bomb.test-support.ts URL [maxResponseBytes]

import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const [baseUrl = "", maxResponseBytes] = process.argv.slice(2);
const { byOperation } = exampleClient({
  baseUrl,
  ...(maxResponseBytes === undefined ? {} : { maxResponseBytes: Number(maxResponseBytes) }),
});

await byOperation.listThings();
/** The program's memory in use. The resident set would include the allocator's slack, which differs from run to run. */
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const before = used();
let most = before;
const timer = setInterval(() => {
  most = Math.max(most, used());
}, 1);
const call = async () => {
  try {
    return await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
  } catch {
    return { kind: "none", message: "the call succeeded" };
  }
};
const { kind, message } = await call();
clearInterval(timer);
process.stdout.write(JSON.stringify({ grownBytes: Math.max(most, used()) - before, kind, message }));
