import { dirname, join } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** What generated types name of the platform. */
const platform = "/witnesses/platform.d.ts";
const platformTypes = "declare class Blob { readonly size: number; readonly type: string; }\n";
const library = dirname(ts.getDefaultLibFilePath(options));

/**
 * A TypeScript program of files that are nowhere on disk.
 * @param files - source by name, beside each other
 * @param before - a program whose files are taken over where they are the same
 */
export function createTypeProgram(files: ReadonlyMap<string, string>, before?: ts.Program): ts.Program {
  const sources = new Map([...files].map(([name, text]) => [fileName(name), text]));
  sources.set(platform, platformTypes);
  const host = ts.createCompilerHost(options);
  const known = new Map(before?.getSourceFiles().map((file) => [file.fileName, file]));
  host.getDefaultLibLocation = () => library;
  host.getSourceFile = (name, version) => {
    const text = sources.get(name);
    const same = known.get(name);
    if (same !== undefined && (text === undefined || same.text === text)) return same;
    const content = text ?? ts.sys.readFile(name.startsWith("/") ? name : join(library, name));
    return content === undefined ? undefined : ts.createSourceFile(name, content, version, true);
  };
  host.fileExists = (name) => sources.has(name);
  host.readFile = (name) => sources.get(name);
  host.directoryExists = () => true;
  host.realpath = (name) => name;
  return ts.createProgram([...sources.keys()], options, host, before);
}

/** Whether a file of a program has no error. */
export function compiles(program: ts.Program, name: string): boolean {
  const file = program.getSourceFile(fileName(name));
  if (file === undefined) throw new Error(`${name} is no file of the program`);
  return program.getSyntacticDiagnostics(file).length + program.getSemanticDiagnostics(file).length === 0;
}

/** The exported types of a file, by name. */
export function exportedTypes(program: ts.Program, name: string): ReadonlyMap<string, ts.Type> {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(fileName(name));
  const module = file && checker.getSymbolAtLocation(file);
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(symbols.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]));
}

function fileName(name: string): string {
  return `/witnesses/${name}.ts`;
}
