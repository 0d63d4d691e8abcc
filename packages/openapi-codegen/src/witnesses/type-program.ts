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

/** Platform types that the generated types use. */
const platform = "/witnesses/platform.d.ts";
const platformTypes = "declare class Blob { readonly size: number; readonly type: string; }\n";
const library = dirname(ts.getDefaultLibFilePath(options));

/** Parsed files of the standard library, which all programs share. */
const libraryFiles = new Map<string, ts.SourceFile>();

function libraryFile(
  name: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  const known = libraryFiles.get(name);
  if (known !== undefined) return known;
  const text = ts.sys.readFile(name.startsWith("/") ? name : join(library, name));
  if (text === undefined) return undefined;
  const file = ts.createSourceFile(name, text, version, true);
  libraryFiles.set(name, file);
  return file;
}

/**
 * Creates a TypeScript program of files in memory.
 * @param files - source by name, all in one folder
 * @param before - a program whose unchanged files are reused
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
    if (text === undefined) return libraryFile(name, version);
    return ts.createSourceFile(name, text, version, true);
  };
  host.fileExists = (name) => sources.has(name);
  host.readFile = (name) => sources.get(name);
  host.directoryExists = () => true;
  host.realpath = (name) => name;
  return ts.createProgram([...sources.keys()], options, host, before);
}

/** Whether a file of a program compiles without errors. */
export function compiles(program: ts.Program, name: string): boolean {
  const file = program.getSourceFile(fileName(name));
  if (file === undefined) throw new Error(`${name} is no file of the program`);
  return program.getSyntacticDiagnostics(file).length + program.getSemanticDiagnostics(file).length === 0;
}

/** Returns the exported types of a file, by name. */
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
