import {
  isJsonObject,
  type JsonObject,
  listOperations,
  nameOperations,
  operationParameters,
  resolveReference,
} from "@np6/openapi-document";

/** A parameter of an operation, as the command takes it. */
export interface CommandParameter {
  readonly name: string;
  readonly place: "path" | "query" | "header";
  /** The option that gives it: its name, with its place before it where the name alone would mean two things. */
  readonly option: string;
  readonly required: boolean;
  readonly described: JsonObject;
}

/** An operation as the document describes it. */
export interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly described: JsonObject;
  readonly parameters: readonly CommandParameter[];
  /** Undefined when it takes none. */
  readonly body: JsonObject | undefined;
}

/** Options of every operation. */
export const ownOptions = {
  body: { type: "string" },
  "content-type": { type: "string" },
  accept: { type: "string" },
  "base-url": { type: "string" },
  "dry-run": { type: "boolean" },
  unchecked: { type: "boolean" },
  yes: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Looks like the option of an API key, which there must not be: an argument is seen by others. */
export const looksLikeKey = (option: string): boolean => /^(?:api-?)?key\b|^x-key\b/i.test(option);

const places = ["path", "query", "header"] as const;

/** The operations of a document, in its order, by the names that a client has for them. */
export function describeOperations(document: JsonObject): readonly DescribedOperation[] {
  return nameOperations(listOperations(document, []), []).map((entry) => {
    const { name, method, path, operation } = entry;
    const declared = operationParameters(document, entry).flatMap(({ value }) => {
      const place = places.find((one) => one === value.in);
      return place === undefined ? [] : [{ name: String(value.name), place, described: value }];
    });
    const parameters = declared.map((one): CommandParameter => {
      const isAmbiguous =
        Object.hasOwn(ownOptions, one.name) ||
        looksLikeKey(one.name) ||
        declared.some((other) => other !== one && other.name === one.name);
      const option = isAmbiguous ? `${one.place}.${one.name}` : one.name;
      return { ...one, option, required: one.described.required === true };
    });
    const body = operation.requestBody;
    return {
      name,
      method,
      path,
      described: operation,
      parameters,
      body: isJsonObject(body) ? resolveReference(document, body) : undefined,
    };
  });
}

/** A text of the document; empty when it has none. */
export const textOf = (described: JsonObject, field: string): string => {
  const text = described[field];
  return typeof text === "string" ? text.trim() : "";
};
