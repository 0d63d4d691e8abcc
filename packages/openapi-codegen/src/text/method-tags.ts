import {
  type ExampleOperation,
  escapeCharacter,
  type OperationDescription,
  unseen,
} from "@np6/openapi-document";

/** Maximum number of characters of an example body; a longer body is left to the reader. */
const longest = 1_200;

/**
 * Makes the JSDoc tags of a client's method: its errors, and a call with the document's own examples.
 *
 * @returns lines for `readableComment`
 */
export function methodTags(operation: OperationDescription, example: ExampleOperation | undefined): string[] {
  const call = example === undefined ? undefined : exampleCall(operation, example);
  return [
    `@throws ${thrown(operation)}`,
    ...(call === undefined ? [] : ["@example", ...call.split("\n").map((line) => `    ${line}`)]),
  ];
}

function thrown({ responses }: OperationDescription): string {
  const refusals = Object.keys(responses).filter((status) => /^[345](?:\d\d|XX)$/.test(status));
  const documented = refusals.length === 0 ? "" : ` (${refusals.join(", ")})`;
  return `when the API refuses the call${documented}, no usable response arrives or the input is wrong; see \`kind\``;
}

function exampleCall(operation: OperationDescription, example: ExampleOperation): string | undefined {
  const { path, query, header } = example.parameters;
  // A call without a value for a path parameter would not compile.
  const needed = Object.keys(operation.pathParameters);
  if (needed.some((name) => path[name] === undefined)) return undefined;
  const places = Object.entries({ path, query, header }).filter(
    ([, values]) => Object.keys(values).length > 0,
  );
  const [body] = example.bodies;
  const members = places.map(([place, values]) => `${place}: ${inline(values)}`);
  if (body !== undefined && operation.requestBody?.required === true) {
    const isShort = body.isJson && JSON.stringify(body.value)?.length <= longest;
    members.push(isShort ? `body: ${literal(body.value, members.join().length)}` : "body");
  }
  const input = members.length === 0 ? "" : `{ ${members.join(", ")} }`;
  return `await client${access(example.operationId)}(${input});`;
}

const access = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${inline(name)}]`);

/** Writes a value on one line if it fits, otherwise on several lines. */
function literal(value: unknown, before: number): string {
  const one = inline(value);
  return one.length + before <= 80 ? one : written(JSON.stringify(value, null, 2));
}

const inline = (value: unknown): string => written(JSON.stringify(value, null, 1).replaceAll(/\n */g, " "));

/**
 * Writes JSON as source: names are unquoted keys. Characters with a meaning in comments or editors are escaped: the end
 * of the comment, a tag, and invisible characters.
 */
function written(json: string): string {
  return json
    .replaceAll(/(^|[{,] |^ +)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll("*/", "*\\/")
    .replaceAll(/(?<=[\s{"])@/g, "\\u0040")
    .replaceAll(unseen, (character) => (character === "\n" ? character : escapeCharacter(character)));
}
