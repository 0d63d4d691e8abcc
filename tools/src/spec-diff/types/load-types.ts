import ts from "typescript5";

/** Two files of generated types, read by one compiler, so that types of the one can be compared with types of the other. */
export interface LoadedTypes {
  readonly checker: ts.TypeChecker;
  readonly base: TypesFile;
  readonly head: TypesFile;
}

/** The exported `operations` and `components["schemas"]` of generated types. */
export interface TypesFile {
  readonly operations: ts.Type;
  /** `undefined` when the document has no schemas. */
  readonly schemas: ts.Type | undefined;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es5.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};

// What generated types need beside the language: binary bodies are of this type, and nothing else may be.
const ambient = "interface Blob { readonly size: number; readonly type: string; slice(): Blob; }";

// Parsing the language's own declarations takes longer than all the rest, and they are always the same.
const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles two files of generated types, in memory.
 * @throws Error when they do not compile: a type that cannot be resolved would fit everything
 */
export function loadTypes(base: string, head: string): LoadedTypes {
  const texts = new Map([
    ["/base.ts", base],
    ["/head.ts", head],
    ["/ambient.d.ts", ambient],
  ]);
  const host = ts.createCompilerHost(options);
  const readFromDisk = host.getSourceFile;
  host.getSourceFile = (name, target, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!libraries.has(name)) libraries.set(name, readFromDisk(name, target, ...rest));
    return libraries.get(name);
  };
  host.fileExists = (name) => texts.has(name) || ts.sys.fileExists(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  for (const name of texts.keys()) {
    const [problem] = program.getSemanticDiagnostics(program.getSourceFile(name));
    if (problem === undefined) continue;
    const message = ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    throw new Error(`the types generated for comparison do not compile (${name}): ${message}`);
  }
  const checker = program.getTypeChecker();
  return {
    checker,
    base: readFile(program, checker, "/base.ts"),
    head: readFile(program, checker, "/head.ts"),
  };
}

function readFile(program: ts.Program, checker: ts.TypeChecker, name: string): TypesFile {
  const file = program.getSourceFile(name);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const exported = new Map(
    (module === undefined ? [] : checker.getExportsOfModule(module)).map((symbol) => [symbol.name, symbol]),
  );
  const operations = exported.get("operations");
  if (operations === undefined) throw new Error("generated types without `operations` cannot be compared");
  const components = exported.get("components");
  const schemas = components && checker.getDeclaredTypeOfSymbol(components).getProperty("schemas");
  return {
    operations: checker.getDeclaredTypeOfSymbol(operations),
    schemas: schemas && checker.getTypeOfSymbol(schemas),
  };
}
