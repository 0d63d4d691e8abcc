import { globSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { findTypeProblems } from "./find-type-problems.test-support.ts";
import { type Example, readExamples } from "./read-examples.test-support.ts";
import { runExample } from "./run-example.test-support.ts";
import { writeExample } from "./write-example.test-support.ts";

const repository = join(import.meta.dirname, "../../../..");
// Below the package, so that the examples resolve the built packages.
const scratch = join(import.meta.dirname, "../../.results/documentation");

const pages = globSync(["README.md", "docs/*.md", "packages/*/README.md"], { cwd: repository });
const examples = await Promise.all(
  pages.sort().map(async (page) => readExamples(page, await readFile(join(repository, page), "utf8"))),
).then((lists) => lists.flat());

async function write(name: string, list: readonly Example[]): Promise<{ folder: string; files: string[] }> {
  const folder = join(scratch, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return { folder, files: await Promise.all(list.map((example) => writeExample(folder, example))) };
}

describe("the examples of the documentation", () => {
  let written: Awaited<ReturnType<typeof write>>;

  beforeAll(async () => {
    written = await write("pages", examples);
  });

  test("are there", () => {
    const withExamples = new Set(examples.map(({ page }) => page));
    expect([...withExamples]).toEqual(
      expect.arrayContaining(["README.md", "docs/errors.md", "docs/retries.md", "docs/security.md"]),
    );
  });

  test("compile", async () => {
    expect(await findTypeProblems(written.folder, examples)).toEqual([]);
  });

  const cases = examples.map((example, index) => ({ ...example, index }));
  test.each(cases.filter(({ notRun }) => notRun === undefined))(
    "run, and print what they say: $page:$line",
    async ({ index, ...example }) => {
      const problem = await runExample(
        written.folder,
        written.files[index] ?? "",
        example,
        inject("mockUrl"),
      );
      expect(problem).toBeUndefined();
    },
  );
});

describe("a broken example is reported", () => {
  const broken = (code: string): Example => {
    const [example] = readExamples("docs/page.md", `# Page\n\n\`\`\`ts\n${code}\n\`\`\`\n`);
    if (example === undefined) throw new Error("no example was found");
    return example;
  };
  const problemOf = async (name: string, example: Example) => {
    const { folder, files } = await write(name, [example]);
    return runExample(folder, files[0] ?? "", example, inject("mockUrl"));
  };

  test("with page and line when it does not compile", async () => {
    const example = broken("const right = 1;\nconst wrong: string = right;");
    const { folder } = await write("types", [example]);
    expect(await findTypeProblems(folder, [example])).toEqual([
      expect.stringMatching(/^docs\/page\.md:5: .*number/),
    ]);
  });

  test("when it names something that the packages do not have", async () => {
    const example = broken('import { createKlient } from "@np6/api-client";\ncreateKlient();');
    const { folder } = await write("names", [example]);
    expect(await findTypeProblems(folder, [example])).toEqual([
      expect.stringMatching(/^docs\/page\.md:4: .*createKlient/),
    ]);
  });

  test("with page and line when it throws", async () => {
    const problem = await problemOf(
      "throws",
      broken("console.log(1);\nawait np6.duplicateWorkflow({ path: { id: 0.5 } });"),
    );
    expect(problem).toMatch(/^docs\/page\.md:4: .*must be an integer/s);
  });

  test("when it prints something else than it says", async () => {
    const problem = await problemOf("prints", broken("console.log(isNp6Error(1)); // → true"));
    expect(problem).toMatch(/^docs\/page\.md:4: .*"true".*"false"/);
  });

  test("when it would call the real API", async () => {
    const code = 'import { createClient } from "@np6/api-client";\ncreateClient({ apiKey: "example-key" });';
    expect(await problemOf("real", broken(code))).toMatch(/^docs\/page\.md:4: .*real API/);
  });
});

describe("the info string of a block", () => {
  test("can say that it must not run, with the reason", () => {
    const [example] = readExamples("page.md", "```ts no-run: needs Deno\nDeno;\n```");
    expect(example).toMatchObject({ line: 2, code: "Deno;", notRun: "needs Deno" });
  });

  test.each(["ts no-run", "ts no-run:", "typescript", "ts run"])("cannot be %j", (info) => {
    expect(() => readExamples("page.md", `\n\`\`\`${info}\n\`\`\``)).toThrow("page.md:2");
  });

  test("of another language is none of ours, whatever stands in the block", () => {
    expect(readExamples("page.md", "````md\n```ts\n1;\n```\n````\n```sh\nls\n```")).toEqual([]);
  });

  test("may be indented, as in a list", () => {
    const [example] = readExamples("page.md", "- a\n\n  ```ts\n  f({\n    a,\n  });\n  ```");
    expect(example).toMatchObject({ line: 4, code: "f({\n  a,\n});" });
  });
});
