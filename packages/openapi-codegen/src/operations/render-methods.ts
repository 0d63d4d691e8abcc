import {
  type ApiDescription,
  type JsonObject,
  listExampleOperations,
  listOperations,
  nameOperations,
} from "@np6/openapi-document";
import { commentOf } from "../text/comment-of.ts";
import { commentText } from "../text/identifier.ts";
import { methodTags } from "../text/method-tags.ts";
import { readableComment } from "../text/readable-comment.ts";
import { hasOneMediaType, methodTypes } from "./method-signature.ts";
import { typeNames } from "./type-names.ts";

/**
 * Writes the signatures of a client's methods as TypeScript source. The signatures contain no computed types: a
 * compiler reads only the methods that are called, however large the API is.
 *
 * An operation with several media types in its request or response gets no signature, because its types depend on the
 * chosen media types. `OperationInSeveralMediaTypes` lists those operations.
 *
 * The input and result of every operation have names, such as `RunThingInput` and `RunThingResult`. With several media
 * types, they are the types of the first ones, so a further media type in the document does not change them.
 *
 * @param table the document's operation table
 * @param typesModule specifier of the types file, from the methods file
 */
export function renderMethods(document: JsonObject, table: ApiDescription, typesModule: string): string {
  const methods: string[] = [];
  const several: string[] = [];
  const named: string[] = [];
  const pairs: string[] = [];
  const entries = nameOperations(listOperations(document, []), []);
  const examples = new Map(listExampleOperations(document, table).map((one) => [one.operationId, one]));
  const names = typeNames(entries.map(({ name }) => name));
  for (const entry of entries) {
    const { name } = entry;
    const operation = table.operations[name];
    if (operation === undefined) continue;
    const { members, isOptional, result } = methodTypes(document, entry, name, operation);
    const type = names.get(name);
    const fields = members.map((member) => `    ${member};\n`).join("");
    named.push(
      `\n/** Input of \`${commentText(name)}\`, without call options. */\nexport interface ${type}Input {\n${fields}}\n`,
      `\n/** Result of \`${commentText(name)}\`: the body of a success response. */\nexport type ${type}Result = ${result};\n`,
    );
    pairs.push(
      `    readonly ${key(name)}: { readonly input: ${type}Input; readonly result: ${type}Result };\n`,
    );
    if (!hasOneMediaType(operation)) {
      several.push(JSON.stringify(name));
      continue;
    }
    const signature = `(input${isOptional ? "?" : ""}: ${type}Input & CallOptions) => CallPromise<${type}Result>`;
    const tags = methodTags(operation, examples.get(name));
    methods.push(`${comment(entry.operation, tags)}    readonly ${key(name)}: ${signature};\n`);
  }
  const types =
    named.length === 0 ? "" : `import type { operations } from ${JSON.stringify(typesModule)};\n\n`;
  return `${types}${answered}
/**
 * Methods of all operations with at most one media type each in request and response.
 * @typeParam CallOptions - options of every call, beside the operation's parameters and body
 */
export interface Methods<CallOptions> {
${methods.join("")}}
${named.join("")}
/** Input and result of each operation, by name. */
export interface OperationTypes {
${pairs.join("")}}

/** Operations with several media types in request or response; the chosen ones decide the types of a call. */
export type OperationInSeveralMediaTypes = ${several.join(" | ") || "never"};
`;
}

const answered = `/** The data of a response, with its status and headers. */
export interface Answered<Data> {
    readonly data: Data;
    /** Status and headers; the body has been read. */
    readonly response: {
        readonly status: number;
        readonly headers: { get(name: string): string | null; has(name: string): boolean };
    };
    /** Id by which the API's support finds the call. */
    readonly requestId: string | undefined;
    readonly rateLimit: { readonly limit: string | undefined; readonly remaining: string | undefined; readonly reset: string | undefined } | undefined;
}

/** A call in progress: a promise of its data. \`withResponse\` also returns status and headers. */
export type CallPromise<Data> = Promise<Data> & { readonly withResponse: () => Promise<Answered<Data>> };
`;

function comment({ summary, description, deprecated }: JsonObject, tags: readonly string[]): string {
  const described = commentOf({ summary, description, deprecated })?.trimEnd() ?? "*";
  const text = [described, ...tags.map((line) => ` * ${line}`), " "].join("\n");
  return `    /*${readableComment(text).replaceAll("\n", "\n    ")}*/\n`;
}

/** Quotes a name unless it is an identifier. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
