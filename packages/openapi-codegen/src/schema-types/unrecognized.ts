import ts from "typescript";

/** The exported type of a string, and of a number, that the document does not list. */
export const unrecognizedString = "Unrecognized";
export const unrecognizedNumber = "UnrecognizedNumber";

/**
 * The types as source. It is a template literal type: the one kind of string type that no other literal matches, and
 * that TypeScript keeps apart from literals when it narrows a union. A branded string is not. The brand inside keeps
 * callers from writing the suffix themselves.
 */
export const declarations: Readonly<Record<string, string>> = {
  Unrecognized: `/**
 * A string that this version of the API description does not list. It is a new value of an enum, the discriminator of a
 * variant that came later, or the name of a field that nobody described. At run time it is the plain string; the suffix
 * is only there so that no literal is taken for one.
 */
export type Unrecognized = \`\${string & { readonly unlisted: never }} (unrecognized)\`;
`,
  UnrecognizedNumber: `/** A number that this version of the API description does not list. At run time it is the plain number. */
export type UnrecognizedNumber = number & { readonly unrecognized: true };
`,
};

/** `[field: Unrecognized]: unknown`. */
export function undescribedFields(): ts.IndexSignatureDeclaration {
  const { factory } = ts;
  const key = factory.createTypeReferenceNode(unrecognizedString);
  const parameter = factory.createParameterDeclaration(undefined, undefined, "field", undefined, key);
  return factory.createIndexSignature(
    undefined,
    [parameter],
    factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword),
  );
}
