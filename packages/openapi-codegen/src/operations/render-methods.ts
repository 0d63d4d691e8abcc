import {
  type ApiDescription,
  type JsonObject,
  listExampleOperations,
  listOperations,
  nameOperations,
} from "@np6/openapi-document";
import { methodTags } from "../text/method-tags.ts";
import { operationComment } from "../text/operation-comment.ts";
import { readableComment } from "../text/readable-comment.ts";
import { hasOneMediaType, methodTypes } from "./method-signature.ts";
import { typeNames } from "./type-names.ts";

/**
 * Writes the signature of a client's method for every operation as TypeScript source. Nothing in it is computed from types:
 * a compiler reads the methods that are called and instantiates next to nothing, however large the API is.
 *
 * An operation that takes or answers several media types gets no signature. What its call takes and gives depends on
 * the ones that a client or a call chooses. `OperationInSeveralMediaTypes` names those operations.
 *
 * What each operation takes and gives has a name, such as `RunThingInput` and `RunThingResult`: of several media types, in the
 * first ones. So a name stays what it is when the document gets a further media type.
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
      `\n/** What the operation takes, beside call options. */\nexport interface ${type}Input {\n${fields}}\n`,
      `\n/** What the operation answers on success. */\nexport type ${type}Result = ${result};\n`,
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
 * A method for every operation that takes and answers one media type at most.
 * @typeParam CallOptions - what every call takes beside the operation's parameters and body
 */
export interface Methods<CallOptions> {
${methods.join("")}}
${named.join("")}
/** What each operation takes and answers, by name. */
export interface OperationTypes {
${pairs.join("")}}

/** Operations that take or answer several media types: what a call takes and gives depends on those that are chosen. */
export type OperationInSeveralMediaTypes = ${several.join(" | ") || "never"};
`;
}

const answered = `/** The data of an answer, and its head. */
export interface Answered<Data> {
    readonly data: Data;
    /** Status and headers; the body has been read. */
    readonly response: {
        readonly status: number;
        readonly headers: { get(name: string): string | null; has(name: string): boolean };
    };
    /** What the API's support traces a call by. */
    readonly requestId: string | undefined;
    readonly rateLimit: { readonly limit: string | undefined; readonly remaining: string | undefined; readonly reset: string | undefined } | undefined;
}

/** A call under way: a promise of its data. \`withResponse\` gives the answer's head beside it. */
export type CallPromise<Data> = Promise<Data> & { readonly withResponse: () => Promise<Answered<Data>> };
`;

function comment(operation: JsonObject, tags: readonly string[]): string {
  const described = operationComment(operation)?.trimEnd() ?? "*";
  const text = [described, ...tags.map((line) => ` * ${line}`), " "].join("\n");
  return `    /*${readableComment(text).replaceAll("\n", "\n    ")}*/\n`;
}

/** Quoted unless it is an identifier. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
