import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript59";
import { describe, expect, test } from "vitest";

// The compiler's service for editors, which TypeScript 7 does not offer to programs. It reads the built package.
const require = createRequire(import.meta.url);
const file = join(import.meta.dirname, "../hover.ts");
const code = `import { createClient, type Np6Client, type WorkflowNode } from "@np6/api-client";
declare const np6: Np6Client;
const made = createClient({ apiKey: "k" });
const calling = np6.executeWorkflow({ path: { id: 1 }, body: {} });
const result = await calling;
const copied = await made.duplicateWorkflow({ path: { id: 1 } });
const nodes: WorkflowNode[] = [{ type: "sendMail", id: "a" }, { type: "sendMial", id: "b" }];
export {};
`;

const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
};

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === file ? code : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => join(import.meta.dirname, ".."),
  getDefaultLibFileName: () => join(require.resolve("typescript59/package.json"), "../lib/lib.d.ts"),
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
});

/** Finds the text that an editor shows for a name: its type, its description and its tags. */
function hover(name: string) {
  const info = service.getQuickInfoAtPosition(file, code.search(new RegExp(`\\b${name}\\b`)));
  const tags = (info?.tags ?? []).map(({ name, text }) => [name, ts.displayPartsToString(text)]);
  return {
    type: ts.displayPartsToString(info?.displayParts),
    description: ts.displayPartsToString(info?.documentation),
    tags: Object.fromEntries(tags) as Readonly<Record<string, string>>,
  };
}

describe("hovering", () => {
  test("a method shows the names of what it takes and gives, a description, an example and what is thrown", () => {
    const { type, description, tags } = hover("executeWorkflow");
    expect(type).toContain(
      "(input: ExecuteWorkflowInput & CommonCallOptions) => CallPromise<ExecuteWorkflowResult>",
    );
    expect(description).toContain("An execution can send a mail or a message to a person.");
    expect(tags.throws).toContain("when the API refuses the call (400, 401");
    expect(tags.example).toMatch(
      /^await client\.executeWorkflow\(\{ path: \{ id: \d+ \}, body: \{ receiver: /,
    );
  });

  test("the client's type shows its name, and not the operation table", () => {
    expect(hover("Np6Client").type.split("\n")).toEqual([
      "(alias) interface Np6Client<Preferred extends readonly string[] = readonly []>",
      "import Np6Client",
    ]);
  });

  test.each([
    ["made", "const made: Np6Client<readonly []>"],
    ["calling", "const calling: CallPromise<ExecutionResult>"],
    ["result", "const result: ExecutionResult"],
    ["copied", "const copied: Workflow"],
  ])("the value %s shows the name of its type", (name, type) => {
    expect(hover(name).type).toBe(type);
  });
});

test("a mistake in an array in a variable with its type is told in one line, at its place", () => {
  const [problem, ...others] = service.getSemanticDiagnostics(file);
  expect(others).toEqual([]);
  expect(problem?.messageText).toMatch(
    /^Type '"sendMial"' is not assignable to type '.*'\. Did you mean '"sendMail"'\?$/,
  );
  expect(code.slice(problem?.start)).toMatch(/^type: "sendMial"/);
});
