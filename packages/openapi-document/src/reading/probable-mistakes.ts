import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import type { ObjectName } from "./object-rules.ts";

/** A probable mistake of the document's author, which does not stop the reading. */
export interface ProbableMistake {
  /** The kind of mistake: warnings of one kind are grouped. */
  readonly kind: string;
  readonly reason: string;
  /** Keys from the object to the mistake. */
  readonly path: readonly string[];
}

const TYPES = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);
const PLACES = new Set(["path", "query", "header", "cookie"]);

/** Finds mistakes that the rules of an object allow but its author probably did not intend. */
export function probableMistakes(name: ObjectName, node: JsonObject): readonly ProbableMistake[] {
  if (name === "schema") return unknownTypes(node);
  if (name === "parameter") return impossibleParameter(node);
  return name === "paths" ? [...ambiguousPaths(node), ...pathsWithQuery(node)] : [];
}

function unknownTypes({ type }: JsonObject): ProbableMistake[] {
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types
    .filter((each): each is string => typeof each === "string" && !TYPES.has(each))
    .map((each) => ({
      kind: "unknown type",
      reason: `"${each}" is no type of JSON Schema (object, array, string, number, integer, boolean, null), so this schema allows more than it seems to; correct it`,
      path: ["type"],
    }));
}

function impossibleParameter(node: JsonObject): ProbableMistake[] {
  if (typeof node.$ref === "string") return [];
  const found: ProbableMistake[] = [];
  if (typeof node.name !== "string" || node.name === "") {
    const reason = "a parameter without a name is ignored, since nobody could send it; give it a name";
    found.push({ kind: "nameless parameter", reason, path: [] });
  }
  if (typeof node.in !== "string" || !PLACES.has(node.in)) {
    const wayOut = node.in === "body" || node.in === "formData" ? "describe it as requestBody" : "correct it";
    const reason = `a parameter is in path, query, header or cookie; this one is in ${JSON.stringify(node.in) ?? "nothing"} and is ignored; ${wayOut}`;
    found.push({ kind: "impossible parameter", reason, path: node.in === undefined ? [] : ["in"] });
  }
  return found;
}

function ambiguousPaths(node: JsonObject): ProbableMistake[] {
  const first = new Map<string, string>();
  return Object.keys(node).flatMap((path) => {
    if (!path.startsWith("/")) return [];
    const shape = path.replaceAll(/\{[^{}]*\}/g, "{}");
    const other = first.get(shape);
    if (other === undefined) {
      first.set(shape, path);
      return [];
    }
    const reason = `${path} and ${other} are one path on the wire: they differ only in the names of their parameters; write them as one`;
    return [{ kind: "two paths that are one", reason, path: [path] }];
  });
}

function pathsWithQuery(node: JsonObject): ProbableMistake[] {
  return Object.keys(node).flatMap((path) => {
    if (!/^\/[^#]*\?|^\/[^?]*#/.test(path)) return [];
    const reason = `the path ${path} has a query or a fragment, and a path has none; describe parameters with "in: query"`;
    return [{ kind: "path with a query", reason, path: [path] }];
  });
}

/** Whether a parameter could be sent at all. */
export function isPossibleParameter(node: unknown): boolean {
  return isJsonObject(node) && impossibleParameter(node).length === 0;
}
