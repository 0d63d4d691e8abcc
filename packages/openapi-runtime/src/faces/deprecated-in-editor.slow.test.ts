import { fileURLToPath } from "node:url";
import ts from "typescript59";
import { expect, test } from "vitest";

// Editors find deprecations by the compiler API of TypeScript 5, and strike them through; TypeScript 7 has no such API.
const file = fileURLToPath(new URL("./virtual-consumer.ts", import.meta.url));
const source = `
import type { OperationMethods } from "./operation-methods.ts";
interface Body {
  /** @deprecated */
  flow?: string;
  next?: string;
}
interface Shape { parameters: {}; responses: { 200: { content: { "application/json": Body } } } }
interface Operations {
  /** @deprecated Use listNew. */
  listOld: Shape;
  listNew: Shape;
}
declare const np6: OperationMethods<Operations>;
const listed = await np6.listOld();
listed.flow;
(await np6.listNew()).next;
`;

/** Finds the words that an editor strikes through in a file, in the order of the file. */
function struckThrough(): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
  expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
  return service
    .getSuggestionDiagnostics(file)
    .filter(({ reportsDeprecated }) => reportsDeprecated)
    .map(({ start, length }) => source.slice(start, start + length));
}

test("an editor strikes through deprecated operations and properties, and nothing else", () => {
  expect(struckThrough()).toEqual(["listOld", "flow"]);
});
