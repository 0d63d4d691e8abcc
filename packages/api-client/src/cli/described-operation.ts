import {
  isJsonObject,
  type JsonObject,
  listOperations,
  nameOperations,
  operationParameters,
  resolveReference,
} from "@np6/openapi-document";

/** A parameter of an operation, with its option. */
export interface CommandParameter {
  readonly name: string;
  readonly location: "path" | "query" | "header";
  /** Name of the option: the parameter's name, with its place as a prefix when the name alone is ambiguous. */
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
  /** Undefined when the operation has no body. */
  readonly body: JsonObject | undefined;
}

/** Options of every operation. */
export const commonOptions = {
  body: { type: "string" },
  "content-type": { type: "string" },
  accept: { type: "string" },
  "base-url": { type: "string" },
  "dry-run": { type: "boolean" },
  unchecked: { type: "boolean" },
  yes: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Detects an option for an API key. There is none, because other users can read arguments. */
export const looksLikeKey = (option: string): boolean => /^(?:api-?)?key\b|^x-key\b/i.test(option);

const locations = ["path", "query", "header"] as const;

/** Lists the operations of a document in its order, by the client's names. */
export function describeOperations(document: JsonObject): readonly DescribedOperation[] {
  return nameOperations(listOperations(document, []), []).map((entry) => {
    const { name, method, path, operation } = entry;
    const declared = operationParameters(document, entry).flatMap(({ value }) => {
      const location = locations.find((candidate) => candidate === value.in);
      return location === undefined ? [] : [{ name: String(value.name), location, described: value }];
    });
    const parameters = declared.map((parameter): CommandParameter => {
      const isAmbiguous =
        Object.hasOwn(commonOptions, parameter.name) ||
        looksLikeKey(parameter.name) ||
        declared.some((other) => other !== parameter && other.name === parameter.name);
      const option = isAmbiguous ? `${parameter.location}.${parameter.name}` : parameter.name;
      return { ...parameter, option, required: parameter.described.required === true };
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

/** Reads a text of the document; empty when it is missing. */
export const textOf = (described: JsonObject, field: string): string => {
  const text = described[field];
  return typeof text === "string" ? text.trim() : "";
};
