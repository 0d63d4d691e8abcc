import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { expect } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { documentOf } from "./hostile-document.test-support.ts";

const outputs = ["types", "operations", "guards", "validators", "methods"] as const;

/** A statement that proves, when it runs, that text of a document became code. */
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

/** Lists the kinds of all statements in a file, including those inside functions. */
function statementsOf(source: string): string[] {
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  return file.statements.map((statement) => ts.SyntaxKind[statement.kind]).sort();
}

/** Lists the kinds of statements, expressions and called expressions in a file, without names. */
function kindsIn(source: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = (node: ts.Node): void => {
    // With brackets, `["__proto__"]` is an ordinary member; without, it would set the prototype.
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
 * Generates every output from a document with these strings and from one with harmless names. Both outputs must parse
 * and have the same kinds of statements, and importing them must not run text of the document.
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
