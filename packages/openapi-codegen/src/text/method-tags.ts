import {
  type ExampleOperation,
  escapeCharacter,
  type OperationDescription,
  unseen,
} from "@np6/openapi-document";

/** Characters of an example that editors show at once; a longer body is left to the reader. */
const longest = 1_200;

/**
 * The tags of a client's method: what it throws, and a call with the document's own examples.
 *
 * @returns lines as `readableComment` takes them
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
  return `when the API refuses the call${documented}, when no usable answer comes, and when the call is wrong; \`kind\` says which`;
}

function exampleCall(operation: OperationDescription, example: ExampleOperation): string | undefined {
  const { path, query, header } = example.parameters;
  // Without a value for what the path needs it would be no call.
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

/** On one line where it fits, else over lines. */
function literal(value: unknown, before: number): string {
  const one = inline(value);
  return one.length + before <= 80 ? one : written(JSON.stringify(value, null, 2));
}

const inline = (value: unknown): string => written(JSON.stringify(value, null, 1).replaceAll(/\n */g, " "));

/**
 * JSON as people write it: keys that are names are not quoted. What a comment or an editor would take for its own is written as an
 * escape: the end of the comment, a tag, and what nobody sees.
 */
function written(json: string): string {
  return json
    .replaceAll(/(^|[{,] |^ +)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll("*/", "*\\/")
    .replaceAll(/(?<=[\s{"])@/g, "\\u0040")
    .replaceAll(unseen, (character) => (character === "\n" ? character : escapeCharacter(character)));
}
