import { childPointer, isJsonObject, pointerTokens } from "@np6/openapi-document";
import ts from "typescript";

// openapi-typescript decodes percent-encoded names, once per level: `%2F` becomes a slash, and `50%` stops it with an
// error. A private-use character of Unicode, which no document contains, replaces the sign in the meantime.
const STAND_IN = "\u{F0025}";

/** Copies a document, with a placeholder for each percent sign in names and references. */
export function hidePercentSigns<T>(document: T): T {
  return hasPercentSign(document) ? (hidden(document) as T) : document;
}

/** Restores the percent signs in the output of openapi-typescript. */
export function restorePercentSigns(nodes: readonly ts.Node[], document: unknown): ts.Node[] {
  if (!hasPercentSign(document)) return [...nodes];
  const restore = (node: ts.Node): ts.Node => {
    if (ts.isStringLiteral(node) && node.text.includes(STAND_IN))
      return ts.factory.createStringLiteral(node.text.replaceAll(STAND_IN, "%"));
    const comments = ts.getSyntheticLeadingComments(node);
    const visited = ts.visitEachChild(node, restore, undefined);
    return visited === node ? node : ts.setSyntheticLeadingComments(visited, comments);
  };
  return nodes.map(restore);
}

function hasPercentSign(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.entries(node).some(
    ([key, value]) =>
      key.includes("%") ||
      ((key === "$ref" || key === "name") && typeof value === "string" && value.includes("%")) ||
      hasPercentSign(value),
  );
}

function hidden(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(hidden);
  if (!isJsonObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [hide(key), hiddenMember(key, value)]),
  );
}

function hiddenMember(key: string, value: unknown): unknown {
  if (typeof value !== "string") return hidden(value);
  if (key === "name") return hide(value);
  return key === "$ref" ? pointerTokens(value).map(hide).reduce(childPointer, "#") : value;
}

function hide(name: string): string {
  return name.replaceAll("%", STAND_IN);
}
