import ts from "typescript";

/** Their members are what a change is told of; the interfaces themselves hold the whole API. */
const indexes = new Set(["paths", "operations", "components"]);

/**
 * Takes the source of a types file apart.
 *
 * @returns the declarations without comments, with properties in alphabetical order, by name. `paths` and `components` only
 *   point to the others and are left out; of `operations`, every member stands for itself.
 */
export function declaredTypes(source: string): ReadonlyMap<string, string> {
  const file = ts.createSourceFile("types.ts", source, ts.ScriptTarget.Latest, false);
  const print = printerFor(file);
  const declared = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    const name = statement.name.text;
    if (!indexes.has(name)) declared.set(name, print(statement));
    if (name !== "operations" || !ts.isInterfaceDeclaration(statement)) continue;
    for (const member of statement.members) {
      const operation = member.name;
      if (operation === undefined) continue;
      declared.set(`operations[${JSON.stringify(memberName(operation))}]`, print(member));
    }
  }
  return declared;
}

function memberName(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
}

function printerFor(file: ts.SourceFile): (node: ts.Node) => string {
  const printer = ts.createPrinter({ removeComments: true });
  const sorted = (members: ts.NodeArray<ts.TypeElement>): ts.TypeElement[] =>
    [...members].sort((a, b) => compare(key(a), key(b)));
  const key = (member: ts.TypeElement): string =>
    member.name === undefined ? "" : memberName(member.name as ts.PropertyName);
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    if (ts.isTypeLiteralNode(visited)) return ts.factory.createTypeLiteralNode(sorted(visited.members));
    if (!ts.isInterfaceDeclaration(visited)) return visited;
    const { modifiers, name, typeParameters, heritageClauses, members } = visited;
    return ts.factory.updateInterfaceDeclaration(
      visited,
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      sorted(members),
    );
  };
  return (node) => printer.printNode(ts.EmitHint.Unspecified, ts.visitNode(node, visit) as ts.Node, file);
}

/** By code unit, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
