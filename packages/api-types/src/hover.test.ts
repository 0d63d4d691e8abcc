import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript59";
import { describe, expect, test } from "vitest";

// The compiler's service for editors, which TypeScript 7 does not offer to programs.
const require = createRequire(import.meta.url);
const file = join(import.meta.dirname, "../hover.ts");
const code = `import type { Execution, ExecutionResult, KnownWorkflowNode, Workflow, WorkflowNode } from "@np6/api-types";
declare const node: WorkflowNode;
declare const known: KnownWorkflowNode;
declare const workflow: Workflow;
declare const result: ExecutionResult;
declare const execution: Execution;
const nodes = workflow.nodes;
const { key } = workflow.capping![0]!;
const { receiver } = execution;
const flow = (node.type === "publish" ? node : undefined)?.flow;
`;

const options: ts.CompilerOptions = { strict: true, module: ts.ModuleKind.NodeNext, types: [] };

/** An editor with one open file. */
function edit(source: string): ts.LanguageService {
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => join(import.meta.dirname, ".."),
    getDefaultLibFileName: () => join(require.resolve("typescript59/package.json"), "../lib/lib.d.ts"),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  });
}

const service = edit(code);

/** Finds the text that an editor shows for a name: its type and its description. */
function hover(name: string): { readonly type: string; readonly description: string } {
  const info = service.getQuickInfoAtPosition(file, code.search(new RegExp(`\\b${name}\\b`)));
  return {
    type: ts.displayPartsToString(info?.displayParts),
    description: ts.displayPartsToString(info?.documentation),
  };
}

describe("hovering", () => {
  test("the code of this test has no error", () => {
    expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
  });

  test.each([
    { name: "WorkflowNode", says: "One step of a workflow." },
    { name: "Execution", says: "Data used to execute a workflow for one receiver." },
    { name: "Workflow", says: "A workflow with its nodes" },
  ])("the type $name shows its description", ({ name, says }) => {
    expect(hover(name).description).toContain(says);
  });

  test.each([
    { name: "node", type: "const node: WorkflowNode" },
    { name: "known", type: "const known: KnownWorkflowNode" },
    { name: "result", type: "const result: ExecutionResult" },
    { name: "nodes", type: "const nodes: WorkflowNode[] | undefined" },
    { name: "key", type: "const key: Expression | undefined" },
    { name: "receiver", type: "const receiver: Receiver | undefined" },
    { name: "flow", type: "const flow: WorkflowNodeFlow | undefined" },
  ])("the value $name shows the name of its type, not what is in it", ({ name, type }) => {
    expect(hover(name).type).toBe(type);
  });

  test("a field shows its description, and what is deprecated is marked", () => {
    const at = code.lastIndexOf("flow");
    const info = service.getQuickInfoAtPosition(file, at);
    expect(ts.displayPartsToString(info?.documentation)).toBe("The node's control flow");
    expect(info?.tags?.map(({ name }) => name)).toEqual(["deprecated"]);
  });

  test("writing a node, the editor offers the known types", () => {
    const source = `${code}const written: WorkflowNode = { type: "" };\n`;
    const at = source.lastIndexOf('""') + 1;
    const offered = edit(source)
      .getCompletionsAtPosition(file, at, {})
      ?.entries.map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(["publish", "sendMail", "wait.race", "terminal"]));
    expect(offered).toHaveLength(25);
  });
});
