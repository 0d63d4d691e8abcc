import type { SpecChange } from "@np6/openapi-diff";
import { isJsonObject, type JsonObject, pointerTokens, referenceTarget } from "@np6/openapi-document";
import type { Difference } from "./difference.ts";

const schemaMaps = new Set(["properties", "patternProperties", "$defs", "definitions"]);
const schemaLists = new Set(["oneOf", "anyOf", "allOf", "prefixItems"]);

/** Words in messages that are facts about an operation, body or parameter, not names of places in its types. */
const said = new Set(["required", "operationId", "x-body-may-be-empty"]);

/** Lists the names on the path to a change: properties, statuses, media types, parameters. */
function namesOf({ pointer, message }: SpecChange, documents: readonly JsonObject[]): readonly string[] {
  const tokens = pointerTokens(pointer);
  if (tokens[0] === "components" && tokens[1] === "schemas") return namesInSchema(tokens.slice(3));
  const rest = tokens.slice(3);
  const parameterAt = tokens.indexOf("parameters");
  if (parameterAt >= 0) {
    const target = documents
      .map((document) =>
        referenceTarget(
          document,
          pointer
            .split("/")
            .slice(0, parameterAt + 3)
            .join("/"),
        ),
      )
      .find((node) => isJsonObject(node) && message.includes(`${node.in} parameter \`${node.name}\``));
    if (isJsonObject(target))
      return [
        "parameters",
        `${target.in}`,
        `${target.name}`,
        ...namesInSchema(tokens.slice(parameterAt + 3)),
      ];
  }
  const schemaAt = rest.indexOf("schema");
  const frame = (schemaAt < 0 ? rest : rest.slice(0, schemaAt)).filter((token) => !said.has(token));
  const inside = schemaAt < 0 ? [] : namesInSchema(rest.slice(schemaAt + 1));
  return [...frame, ...inside];
}

function namesInSchema(tokens: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    if (schemaMaps.has(token)) {
      at += 1;
      if (tokens[at] !== undefined) names.push(tokens[at] as string);
    } else if (schemaLists.has(token)) {
      at += 1;
      if (token === "prefixItems") names.push(tokens[at] ?? "");
    }
  }
  return names;
}

/** Lists the differences that may belong to a change, the nearest first. */
export function differencesOf(
  change: SpecChange,
  differences: readonly Difference[],
  documents: readonly JsonObject[],
): readonly Difference[] {
  const names = namesOf(change, documents);
  const spoken = [...change.message.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
  const scored = differences.flatMap((difference) => {
    if (!mayConcern(change, difference)) return [];
    const path = difference.steps.filter((step) => typeof step === "string");
    const last = path.at(-1);
    const exact = commonEnd(path, names);
    const withName =
      last !== undefined && spoken.includes(last) ? 1 + commonEnd(path.slice(0, -1), names) : 0;
    const isRoot =
      path.length === 0 &&
      spoken.some((word) => word !== undefined && difference.root.code.includes(JSON.stringify(word)));
    // A removed part disappears together with everything around it.
    const isAbove =
      path.length > 0 && path.length < names.length && path.every((name, index) => name === names[index]);
    const isFrame = !change.pointer.includes("/schema") && path.length === 0;
    const score = Math.max(exact * 2, withName * 2, isAbove ? 1 : 0, isRoot ? 1 : 0, isFrame ? 0.5 : 0);
    return score === 0 && names.length > 0
      ? []
      : [
          {
            difference,
            score:
              score * 10 - path.length * 0.1 + (change.operationId === difference.root.operation ? 0.5 : 0),
          },
        ];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ difference }) => difference);
}

/** Whether a difference and a change agree in operation and direction. */
export function mayConcern(
  { operationId, direction }: SpecChange,
  { root, ...difference }: Difference,
): boolean {
  const isOther = <Value>(one: Value | undefined, other: Value | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return !isOther(direction, difference.direction) && !isOther(operationId, root.operation);
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count))
    count += 1;
  return count;
}
