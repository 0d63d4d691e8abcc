// A program: calls the server at the url twice, and prints how much memory the second call took. The first one, which must
// succeed, loads what any call needs.
// Usage: node call-bomb.test-support.ts URL [maxResponseBytes]

import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const [baseUrl = "", maxResponseBytes] = process.argv.slice(2);
const { byOperation } = exampleClient({
  baseUrl,
  ...(maxResponseBytes === undefined ? {} : { maxResponseBytes: Number(maxResponseBytes) }),
});

await byOperation.listThings();
/** What the program holds; the resident set has the allocator's slack in it, which differs from run to run. */
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
