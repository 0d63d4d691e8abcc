import ts from "typescript";

/** The exported types of strings and numbers that the document does not list. */
export const unrecognizedString = "Unrecognized";
export const unrecognizedNumber = "UnrecognizedNumber";

/**
 * Source of the marker types. The string marker is a template literal type: no literal matches it, and TypeScript
 * separates it from literals when it narrows a union. A branded string lacks both properties. The brand inside prevents
 * callers from writing the suffix themselves.
 */
export const declarations: Readonly<Record<string, string>> = {
  Unrecognized: `/**
 * A string that this version of the API description does not list: a new value of an enum, the discriminator of a newer
 * variant, or the name of an undescribed field. At run time it is the plain string. The suffix only keeps it apart from
 * literals.
 */
export type Unrecognized = \`\${string & { readonly unlisted: never }} (unrecognized)\`;
`,
  UnrecognizedNumber: `/** A number that this version of the API description does not list. At run time it is the plain number. */
export type UnrecognizedNumber = number & { readonly unrecognized: true };
`,
};

/** Makes the index signature `[field: Unrecognized]: unknown`. */
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
