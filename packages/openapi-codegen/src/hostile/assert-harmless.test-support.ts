import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { expect } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { documentOf } from "./hostile-document.test-support.ts";

const outputs = ["types", "operations", "guards", "validators", "methods"] as const;

/** A statement that sets this off ran. */
export const MARK = "globalThis.ranFromADocument = true";

interface Generated {
  readonly sources: readonly string[];
  readonly warnings: readonly string[];
}

async function generated(text: (index: number) => string): Promise<Generated> {
  const document = JSON.stringify(documentOf(text));
  const folder = await temporaryFolder({ "package.json": "{}", "openapi.json": document });
  const files = Object.fromEntries(outputs.map((name) => [name, path.join(folder, `${name}.gen.ts`)]));
  const { warnings } = await generate({ spec: path.join(folder, "openapi.json"), ...files });
  const sources = outputs.map((name) => readFile(path.join(folder, `${name}.gen.ts`), "utf8"));
  return { sources: await Promise.all(sources), warnings };
}

/** What a file says to a compiler: the kinds of its statements, also of those inside functions. */
function statementsOf(source: string): string[] {
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  return file.statements.map((statement) => ts.SyntaxKind[statement.kind]).sort();
}

/** What runs in a file, without names: kinds of statements, of expressions in them, and of what a call calls. */
function kindsIn(source: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = (node: ts.Node): void => {
    // `["__proto__"]` in brackets is a member like any other; without, it would be the prototype.
    const isLiteralName = ts.isComputedPropertyName(node) && ts.isStringLiteral(node.expression);
    if (!ts.isToken(node) && !ts.isTypeNode(node) && !isLiteralName) kinds.add(ts.SyntaxKind[node.kind]);
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      kinds.add(`${ts.SyntaxKind[node.kind]} of ${ts.SyntaxKind[node.expression.kind]}`);
    if (ts.isBinaryExpression(node)) kinds.add(`Binary ${ts.SyntaxKind[node.operatorToken.kind]}`);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, true));
  return kinds;
}

let harmless: Promise<Generated> | undefined;

/**
 * Generates every output from a document with these strings, and compares it with that of a document whose strings are names:
 * it parses, has no other statement, and importing it runs nothing of the document.
 */
export async function assertHarmless(text: (index: number) => string): Promise<void> {
  harmless ??= generated((index) => `name${index}`);
  const expected = await harmless;
  const { sources, warnings } = await generated(text);
  for (const [index, source] of sources.entries()) {
    const plain = expected.sources[index] ?? "";
    expect(statementsOf(source)).toEqual(statementsOf(plain));
    const allowed = kindsIn(plain);
    expect([...kindsIn(source)].filter((kind) => !allowed.has(kind))).toEqual([]);
    expect(source.replaceAll(/[\n\t]/g, "")).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069\ufeff]/u);
    const code = ts.transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
    await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  }
  expect(globalThis).not.toHaveProperty("ranFromADocument");
  for (const warning of warnings) expect(warning).not.toMatch(/\p{Cc}|[\u2028\u2029\u202e]|##\[/u);
}
