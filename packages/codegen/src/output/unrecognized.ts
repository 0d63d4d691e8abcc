import ts from "typescript";

/**
 * Stands in the document for what it does not list, while types are made of it. Not names that a document can have by
 * chance; what they become is written in `declarations`.
 */
export const unrecognizedString = "np6-codegen:unrecognized-string";
export const unrecognizedNumber = "np6-codegen:unrecognized-number";
/** The value of the index signature for fields that the document does not describe. */
export const undescribedField = "np6-codegen:undescribed-field";

/** The markers as schemas, so that a `$ref` to one leads somewhere. */
export const markerSchemas: Readonly<Record<string, object>> = {
  [unrecognizedString]: { type: "string" },
  [unrecognizedNumber]: { type: "number" },
  [undescribedField]: {},
};

/** The exported type that a marker becomes; a described schema of the same name gets another one. */
export const typeNames: Readonly<Record<string, string>> = {
  [unrecognizedString]: "Unrecognized",
  [unrecognizedNumber]: "UnrecognizedNumber",
  [undescribedField]: "Unrecognized",
};

/**
 * The types as source. A template literal type, because it is the one kind of string type that no other literal matches and
 * that TypeScript keeps apart from literals when it narrows a union; a branded string is not.
 */
export const declarations: Readonly<Record<string, string>> = {
  Unrecognized: `/**
 * A string that this version of the API description does not list: a new value of an enum, the discriminator of a variant
 * that came later, or the name of a field that nobody described. At run time it is the plain string; the suffix is only
 * there so that no literal is taken for one.
 */
export type Unrecognized = \`\${string} (unrecognized)\`;
`,
  UnrecognizedNumber: `/** A number that this version of the API description does not list. At run time it is the plain number. */
export type UnrecognizedNumber = number & { readonly unrecognized: true };
`,
};

/** `[field: Unrecognized]: unknown`. */
export function undescribedFields(): ts.IndexSignatureDeclaration {
  const { factory } = ts;
  const key = factory.createTypeReferenceNode(typeNames[undescribedField] ?? "");
  const parameter = factory.createParameterDeclaration(undefined, undefined, "field", undefined, key);
  return factory.createIndexSignature(
    undefined,
    [parameter],
    factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword),
  );
}
