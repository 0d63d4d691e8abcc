import { expect, it } from "vitest";
import { specRepository, specText } from "../testing/spec-repository.test-support.ts";
import { changedFiles } from "./changed-files.ts";
import { composeSummary } from "./compose-summary.ts";
import { runSteps } from "./run-steps.ts";

const step = (title: string, passed: boolean, ran: string[]) => ({
  title,
  run: async () => {
    ran.push(title);
    return { passed, note: passed ? "done" : "a#b failed; see above" };
  },
});

it("runs no step behind one that failed, and says which were not run", async () => {
  const ran: string[] = [];
  const titles: string[] = [];
  const steps = [step("lint", true, ran), step("generate", false, ran), step("build", true, ran)];
  const results = await runSteps(steps, (line) => titles.push(line));
  expect(ran).toEqual(["lint", "generate"]);
  expect(titles).toEqual(["\n1. lint", "\n2. generate"]);
  expect(composeSummary({ steps: results, comparison: undefined, changedFiles: [] })).toBe(
    "## API description changed\n\n- ✓ lint: done\n- ✗ generate: a#b failed; see above\n- ⏭ build: not run\n",
  );
});

it("tells a pull request what changed, and in which files", () => {
  const summary = composeSummary({
    steps: [{ title: "lint", outcome: { passed: true, note: "done" } }],
    comparison: {
      base: "@np6/api-types@1.0.0",
      diff: {
        bump: "minor",
        changes: [
          {
            pointer: "#/a",
            operationId: "run",
            direction: "response",
            bump: "minor",
            message: "`a` is `1 | 2` now.",
          },
          { pointer: "#/servers/1", bump: "minor", message: "A server is new." },
        ],
      },
    },
    changedFiles: ["spec/openapi.yaml"],
  });
  expect(summary).toBe(`## API description: minor change since @np6/api-types@1.0.0

- ✓ lint: done

| bump | where | what |
| --- | --- | --- |
| minor | \`run\` response | \`a\` is \`1 \\| 2\` now. |
| minor |  | A server is new. |

Changed files:

- \`spec/openapi.yaml\`
`);
});

it("lists what git sees as changed or new, in the folders that count", async () => {
  const { root, write } = await specRepository("0.0.0");
  expect(await changedFiles(root, ["spec"])).toEqual([]);
  await write("spec/openapi.yaml", specText("{ a: { type: string } }"));
  await write("spec/components/New thing.yaml", "type: string\n");
  await write("elsewhere.txt", "");
  expect(await changedFiles(root, ["spec"])).toEqual(["spec/components/New thing.yaml", "spec/openapi.yaml"]);
});
