import { CodegenError } from "../codegen-error.ts";
import { isRecord } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";

/**
 * Reads the URL of the first server, with its variables replaced by their defaults.
 *
 * @param servers value of a `servers` field, which may be absent
 * @returns `undefined` when there is no server
 * @throws CodegenError when the server has no URL or a variable no default
 */
export function serverUrl(servers: unknown, pointer: string): string | undefined {
  if (servers === undefined) return undefined;
  if (!Array.isArray(servers)) throw new CodegenError("servers must be an array", [{ pointer }]);
  const first: unknown = servers[0];
  if (first === undefined) return undefined;
  const at = childPointer(pointer, 0);
  if (!isRecord(first) || typeof first.url !== "string") {
    throw new CodegenError('a server needs a "url"', [{ pointer: at }]);
  }
  const variables = isRecord(first.variables) ? first.variables : {};
  return first.url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = isRecord(variable) ? variable.default : undefined;
    if (typeof value === "string") return value;
    throw new CodegenError(`server variable "${name}" needs a default`, [{ pointer: at }]);
  });
}
