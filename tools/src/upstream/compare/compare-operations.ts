import {
  childPointer,
  type EffectiveContent,
  type EffectiveOperation,
  isJsonObject,
  type LocatedObject,
} from "@np6/openapi-document";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import { describeCredentials } from "./credentials.ts";
import { lacks, onBoth, type Pair, says } from "./difference.ts";

/** OpenAPI ignores headers of these names: content negotiation and security describe them. */
const describedElsewhere: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Method and path as a document writes it, such as `POST /scripting/workflows/{id}/execution`. */
export function titleOf({ method, path }: EffectiveOperation): string {
  return `${method} ${path}`;
}

/**
 * Compares one operation that both documents have.
 * @param keys - headers that carry a key, in lower case: as parameters they are credentials
 */
export function compareOperations(
  comparison: Comparison,
  pair: Pair<EffectiveOperation>,
  keys: ReadonlySet<string>,
): void {
  const title = titleOf(pair.curated);
  const inside = onBoth(pair, ({ operationPointer }) => operationPointer);
  const key = (header: string) => header.startsWith("header ") && keys.has(header.slice(7));
  const credentials = onBoth(pair, ({ parameters, operation, operationPointer }, side) => {
    const carried = [...parameters].filter(([name]) => key(name)).map(([, { value }]) => value);
    const { document } = comparison.documents[side];
    return says(operationPointer, describeCredentials(document, operation, carried));
  });
  comparison.state("credentials", title, credentials);
  const located = onBoth(pair, ({ operation: value, operationPointer: pointer }) => ({ value, pointer }));
  compareFlag(comparison, "deprecated", title, located);
  comparison.members({
    fact: "parameter",
    of: onBoth(pair, ({ parameters }) => {
      const isOther = (name: string) => !key(name) && !describedElsewhere.has(name.replace(/^header /, ""));
      return new Map([...parameters].filter(([name]) => isOther(name)));
    }),
    inside,
    place: title,
    called: nameOf,
    says: (parameter) => says(parameter.pointer, nameOf(parameter)),
    both: (parameters, place) => compareParameters(comparison, parameters, place),
  });
  comparison.members({
    fact: "request body",
    of: onBoth(
      pair,
      (one) => new Map(one.requestBody ? [["request body", { ...one, ...one.requestBody }]] : []),
    ),
    inside,
    place: title,
    called: (_body, name) => name,
    says: ({ pointer, requests }) => says(pointer, [...requests.keys()].join(", ") || "present"),
    both: (bodies, place) => {
      compareFlag(comparison, "required", place, bodies);
      compareContent(
        comparison,
        onBoth(bodies, ({ requests }) => requests),
        bodies,
        place,
      );
    },
  });
  comparison.members({
    fact: "status",
    of: onBoth(pair, ({ responses }) => responses),
    inside,
    place: title,
    called: (_response, status) => status,
    says: ({ response }, _side, status) => says(response.pointer, status),
    both: (responses, place) => {
      const at = onBoth(responses, ({ response }) => response);
      compareContent(
        comparison,
        onBoth(responses, ({ content }) => content),
        at,
        place,
      );
      comparison.members({
        fact: "header",
        of: onBoth(responses, ({ headers }) => {
          // OpenAPI ignores it: `content` describes it.
          return new Map([...headers].filter(([name]) => name !== "content-type"));
        }),
        inside: onBoth(at, ({ pointer }) => pointer),
        place,
        called: ({ name }) => `header ${name}`,
        says: ({ name, pointer }) => says(pointer, `header ${name}`),
        both: (headers, header) =>
          compareSchemas(
            comparison,
            onBoth(headers, ({ pointer }) => [`${pointer}/schema`]),
            `${header} `,
          ),
      });
    },
  });
}

function nameOf({ value }: LocatedObject): string {
  return `${value.in} ${value.name}`;
}

function compareParameters(comparison: Comparison, pair: Pair<LocatedObject>, place: string): void {
  // OpenAPI demands `required: true` of every path parameter; without it the path has no meaning.
  if (pair.curated.value.in !== "path") compareFlag(comparison, "required", place, pair);
  compareFlag(comparison, "deprecated", place, pair);
  const serialization = onBoth(pair, ({ value, pointer }) => {
    const style = value.style ?? (value.in === "query" || value.in === "cookie" ? "form" : "simple");
    return says(pointer, `${style}${(value.explode ?? style === "form") === true ? ", exploded" : ""}`);
  });
  comparison.state("serialization", place, serialization);
  const schemas = onBoth(pair, ({ value, pointer }) => {
    const [mediaType] = Object.keys(isJsonObject(value.content) ? value.content : {});
    const at = mediaType === undefined ? pointer : childPointer(`${pointer}/content`, mediaType);
    return [`${at}/schema`];
  });
  compareSchemas(comparison, schemas, `${place} `);
}

/** Compares the media types of two bodies, and the schemas of those that both have. */
function compareContent(
  comparison: Comparison,
  of: Pair<ReadonlyMap<string, EffectiveContent>>,
  located: Pair<LocatedObject>,
  place: string,
): void {
  comparison.members({
    fact: "media type",
    of,
    inside: onBoth(located, ({ pointer }) => pointer),
    place,
    called: (_content, mediaType) => mediaType,
    says: ({ media }, _side, mediaType) => says(`${media.pointer}/schema`, mediaType),
    both: (contents, at) =>
      compareSchemas(
        comparison,
        onBoth(contents, ({ media }) => [`${media.pointer}/schema`]),
        `${at} `,
      ),
  });
}

const flagTexts = { required: ["required", "optional"], deprecated: ["deprecated", "current"] } as const;

function compareFlag(
  comparison: Comparison,
  flag: keyof typeof flagTexts,
  place: string,
  pair: Pair<LocatedObject>,
): void {
  const [yes, no] = flagTexts[flag];
  const state = ({ value, pointer }: LocatedObject) =>
    value[flag] === true ? says(pointer, yes) : lacks(pointer, no);
  comparison.state(flag, place, onBoth(pair, state));
}
