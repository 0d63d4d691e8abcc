import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import type { ParameterDescription } from "../table/api-description.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";
import type { TableWarning } from "./table-warning.ts";

/** Describes the path parameters of an operation, in the order of its template. */
export function pathParameters(
  document: JsonObject,
  entry: ListedOperation,
  warnings: TableWarning[],
): Record<string, ParameterDescription> {
  const declared = new Map<string, LocatedObject>();
  for (const parameter of operationParameters(document, entry)) {
    const { in: place, name } = parameter.value;
    if (place === "path" && typeof name === "string") declared.set(name, parameter);
  }
  const names = [...new Set([...entry.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ""))];
  for (const [name, { pointer }] of declared) {
    if (names.includes(name)) continue;
    warnings.push({
      kind: "superfluous path parameter",
      pointer,
      reason: `path parameter "${name}" is ignored: ${entry.path} has no {${name}}`,
    });
  }
  const described = names.map((name): [string, ParameterDescription] => {
    const parameter = declared.get(name);
    if (parameter !== undefined) return [name, describe(document, parameter)];
    const reason = `${entry.path} has {${name}}, but no path parameter declares it; its type is unknown`;
    warnings.push({ kind: "undeclared path parameter", pointer: entry.operationPointer, reason });
    return [name, {}];
  });
  return Object.fromEntries(described);
}

function describe(document: JsonObject, parameter: LocatedObject): ParameterDescription {
  const pointer = childPointer(parameter.pointer, "schema");
  return typeOf(document, parameter.value.schema, pointer, new Set());
}

/** Finds the single type and format of a schema: its own, or those of a `$ref` or a part of allOf. */
function typeOf(
  document: JsonObject,
  schema: unknown,
  pointer: string,
  visited: Set<unknown>,
): ParameterDescription {
  if (!isJsonObject(schema) || visited.has(schema)) return {};
  visited.add(schema);
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== "null");
  const own: ParameterDescription = {
    ...(types.length === 1 && typeof types[0] === "string" ? { type: types[0] } : {}),
    ...(typeof schema.format === "string" ? { format: schema.format } : {}),
  };
  const parts: unknown[] = [...asList(schema.allOf)];
  if (typeof schema.$ref === "string" && schema.$ref.startsWith("#/")) {
    parts.unshift(locateObject(document, { $ref: schema.$ref }, pointer, "schema").value);
  }
  const known = [own, ...parts.map((part) => typeOf(document, part, pointer, visited))];
  const type = known.find((part) => part.type !== undefined)?.type;
  const format = known.find((part) => part.format !== undefined)?.format;
  return { ...(type === undefined ? {} : { type }), ...(format === undefined ? {} : { format }) };
}
