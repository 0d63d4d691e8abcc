import type { ApiDescription } from "@np6/openapi-document";
import { emitLiteral } from "../text/emit-literal.ts";

/** Writes an operation table as TypeScript source: one constant, no import. */
export function renderOperations(table: ApiDescription): string {
  return `export const api = ${emitLiteral(table)} as const;\n`;
}
