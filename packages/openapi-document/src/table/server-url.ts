import { DocumentError } from "../pointer/document-error.ts";
import { asObject, isJsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";

/**
 * Reads the URL of the first server and replaces its variables by their defaults.
 *
 * @param servers value of a `servers` field, which may be absent
 * @returns `undefined` when there is no server
 * @throws DocumentError when the server has no URL or a variable no default
 */
export function serverUrl(servers: unknown, pointer: string): string | undefined {
  if (servers === undefined) return undefined;
  if (!Array.isArray(servers)) throw new DocumentError("servers must be an array", [{ pointer }]);
  const first: unknown = servers[0];
  if (first === undefined) return undefined;
  const at = childPointer(pointer, 0);
  if (!isJsonObject(first) || typeof first.url !== "string") {
    throw new DocumentError('a server needs a "url"', [{ pointer: at }]);
  }
  const variables = asObject(first.variables);
  return first.url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = asObject(variable).default;
    if (typeof value === "string") return value;
    throw new DocumentError(`server variable "${name}" needs a default`, [{ pointer: at }]);
  });
}
