import { readBundledDocument } from "../src/api/read-bundled-document.ts";
import { readSpecification } from "../src/api/read-specification.ts";
import { deriveMockDocument } from "../src/engine/derive-mock-document.ts";
import { attachEngine } from "../src/engine/engine.ts";
import { startPrism } from "../src/engine/start-prism.ts";
import { mockOn, startMockOf } from "../src/session/start-mock-of.ts";
import { type Caller, createCaller } from "./create-caller.ts";

// Run by `pnpm bench mock`. See README.md.

const most = 25;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const document = await readBundledDocument();
const specification = readSpecification(document);
// The mock sends Prism no JSON body. Prism alone must check the body that it gets, and accept the requests without one.
const derived = JSON.parse(
  JSON.stringify(deriveMockDocument(document, specification.disguised), (key, value) =>
    key === "requestBody" ? { ...value, required: false } : value,
  ),
);
const [mediaType = ""] = specification.disguised;
const operation = specification.operations.find(
  ({ method, requestMediaTypes }) => method === "POST" && requestMediaTypes?.includes(mediaType),
);
const path = operation?.path.replace(/\{[^}]+\}/g, "42");
const body = JSON.stringify({ receiver: { type: "id", value: "000QK3LV" } });

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Measures the start-up times in milliseconds. */
async function startUps(): Promise<{ prism: number[]; mock: number[] }> {
  const times: { prism: number[]; mock: number[] } = { prism: [], mock: [] };
  for (let round = 0; round < 3; round += 1) {
    times.prism.push(await time(async () => stops.push((await startPrism(derived)).stop)));
    times.mock.push(await time(async () => stops.push((await startMockOf(document)).close)));
    for (const stop of stops.splice(0)) await stop();
  }
  return times;
}
const stops: (() => Promise<void>)[] = [];

async function inTurn(requests: number): Promise<{ plain: number[]; front: number[] }> {
  const times: { plain: number[]; front: number[] } = { plain: [], front: [] };
  for (let index = 0; index < requests; index += 1) {
    times.plain.push(await time(plain.call));
    times.front.push(await time(front.call));
  }
  return times;
}

async function perSecond({ call }: Caller, requests: number, atOnce: number): Promise<number> {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const took = await time(() => Promise.all(Array.from({ length: atOnce }, worker)));
  return (requests / took) * 1000;
}

/** Heap in use after garbage collection, in MiB. */
function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function row(name: string, prism: number, mock: number, unit: string, digits: number): void {
  const cells = [prism, mock].map((value) => `${value.toFixed(digits)} ${unit}`.padStart(12));
  say(`${name.padEnd(40)}${cells.join("")}${(mock / prism).toFixed(2).padStart(9)}`);
}

const ready = await startUps();
const prism = await startPrism(derived);
// Uses the same Prism: two instances are never equally warm, and that difference exceeds the measured one.
const mock = await mockOn(attachEngine(document, `http://127.0.0.1:${prism.port}`));
const plain = createCaller(`http://127.0.0.1:${prism.port}${path}`, `${mediaType}+json`, body);
const front = createCaller(`${mock.url}${path}`, mediaType, body);
try {
  await Promise.all([plain.call(), front.call()]);
  // During the first requests, code is still being compiled.
  const first = await inTurn(2000);
  const times = await inTurn(2000);
  say(`${"".padEnd(40)}${"Prism".padStart(12)}${"mock".padStart(12)}${"ratio".padStart(9)}`);
  row("ready after (median of 3)", median(ready.prism), median(ready.mock), "ms", 0);
  row("a request (median of the first 2,000)", median(first.plain), median(first.front), "ms", 2);
  row("a request (median of the next 2,000)", median(times.plain), median(times.front), "ms", 2);
  const quiet = { plain: quietest(times.plain), front: quietest(times.front) };
  row("a request (quietest tenth of those)", quiet.plain, quiet.front, "ms", 2);
  const rates: { plain: number[]; front: number[] } = { plain: [], front: [] };
  for (let round = 0; round < 5; round += 1) {
    rates.plain.push(await perSecond(plain, 400, 10));
    rates.front.push(await perSecond(front, 400, 10));
  }
  row("requests, 10 at once (median of 5)", median(rates.plain), median(rates.front), "/s", 0);

  const heaps: number[] = [];
  mock.reset();
  for (let index = 0; index <= 10_000; index += 1) {
    if (index % 2000 === 0) heaps.push(heap());
    if (index < 10_000) await front.call();
  }
  say(
    `${mock.requestCount} requests in a row; heap in MiB after each 2,000: ${heaps.map((size) => size.toFixed(1)).join(", ")}`,
  );

  // Compares the quietest tenth, which the rest of the machine disturbs least.
  const added = (quiet.front / quiet.plain - 1) * 100;
  // The log fills up in the first 2,000 requests; afterwards the heap must not grow.
  const grown = (heaps.at(-1) ?? 0) - (heaps[1] ?? 0);
  const problems = [
    ...(added < most
      ? []
      : [
          `the mock adds ${added.toFixed(0)} % to Prism's own time, the limit is ${most} %: profile src/session/create-front-end.ts (node --cpu-prof), or repeat on an idle machine.`,
        ]),
    ...(grown < 2
      ? []
      : [
          `the heap grew by ${grown.toFixed(1)} MiB over 8,000 requests, the limit is 2 MiB: look for what keeps requests (node --heapsnapshot-signal=SIGUSR2).`,
        ]),
  ];
  for (const problem of problems) say(`FAILED: ${problem}`);
  say(`the mock adds ${added.toFixed(0)} % to Prism's own time per request (limit ${most} %)`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  plain.end();
  front.end();
  await mock.close();
  await prism.stop();
}

/** Returns the median. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Returns the first decile. */
function quietest(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 10)] ?? Number.NaN;
}
