import { DocumentError } from "../pointer/document-error.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import type { SecuritySchemeDescription } from "../table/api-description.ts";
import type { ListedOperation } from "./list-operations.ts";

/**
 * Chooses the security schemes of an operation: those of the first requirement that an HTTP request can satisfy. The
 * order of requirements is the document's preference, so `{}` in first place means public. An operation's own list
 * replaces that of the document; an empty list makes it public.
 *
 * @throws DocumentError when a requirement names an undeclared scheme
 */
export function operationSecurity(
  document: JsonObject,
  entry: ListedOperation,
  schemes: Readonly<Record<string, SecuritySchemeDescription>>,
): string[] {
  const own = entry.operation.security !== undefined;
  const requirements = own ? entry.operation.security : document.security;
  const pointer = own ? childPointer(entry.operationPointer, "security") : "#/security";
  if (requirements === undefined) return [];
  if (!Array.isArray(requirements)) throw new DocumentError("security must be an array", [{ pointer }]);
  const alternatives = requirements.map((requirement: unknown, index) => {
    const at = childPointer(pointer, index);
    if (!isJsonObject(requirement))
      throw new DocumentError("a security requirement must be an object", [{ pointer: at }]);
    const names = Object.keys(requirement);
    for (const name of names) {
      if (Object.hasOwn(schemes, name)) continue;
      const reason = `security scheme "${name}" is not declared in components.securitySchemes`;
      throw new DocumentError(reason, [{ pointer: childPointer(at, name) }]);
    }
    return names;
  });
  // Mutual TLS belongs to the connection below HTTP: nothing in a request can satisfy it.
  const satisfiable = alternatives.find((names) =>
    names.every((name) => schemes[name]?.type !== "mutualTLS"),
  );
  return satisfiable ?? alternatives[0] ?? [];
}
