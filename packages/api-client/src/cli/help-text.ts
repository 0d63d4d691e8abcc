import { isJsonObject, type JsonObject, namedExamples } from "@np6/openapi-document";
import type { CommandApi } from "./command-api.ts";
import { describeSchema } from "./describe-schema.ts";
import type { CommandParameter, DescribedOperation } from "./described-operation.ts";
import { textOf } from "./described-operation.ts";
import { markOf } from "./mark-of.ts";

const undocumented = "[undocumented: …] marks facts that are not in the vendor's reference.\n";

/** Writes the output of `np6 --help`. */
export function helpText({ table }: CommandApi, operations: readonly DescribedOperation[]): string {
  const width = Math.max(...operations.map(({ name }) => name.length));
  const lines = operations.map(({ name, described }) => {
    const notes = [
      textOf(described, "summary"),
      described.deprecated === true ? "[deprecated]" : "",
      markOf(described),
      table.operations[name]?.contactsPeople ? "[reaches people]" : "",
    ];
    return `  ${name.padEnd(width)}  ${notes.filter((note) => note !== "").join("  ")}`.trimEnd();
  });
  return `np6: calls the ${table.title}, version ${table.version}

  np6 OPERATION [--PARAMETER VALUE]… [--body JSON|@FILE|-] [--base-url URL] [--dry-run] [--yes]
  np6 OPERATION --help

${lines.join("\n")}

--dry-run checks the call and prints what would be sent. --unchecked sends a body that breaks the document.
Calls that reach people need a confirmation; without a terminal, add --yes.
${undocumented}The key comes from NP6_API_KEY, the address from --base-url or NP6_BASE_URL. The response is JSON on standard output.
Exit: 0 done, 1 wrong use and nothing sent, 2 refused or an item of it failed, 3 it may have run: check before you
repeat it, 4 it did not run and may work later, 130 interrupted before it ran.
`;
}

/** Writes the output of `np6 OPERATION --help`. */
export function operationHelp({ table, document }: CommandApi, operation: DescribedOperation): string {
  const { name, method, path, described, parameters, body } = operation;
  const words = [
    ...parameters.map(({ option, required }) => (required ? `--${option} …` : `[--${option} …]`)),
    ...(body === undefined ? [] : [body.required === true ? "--body …" : "[--body …]"]),
  ];
  const blocks = [
    `np6 ${[name, ...words].join(" ")}`,
    `${method} ${path}`,
    [textOf(described, "summary"), described.deprecated === true ? "[deprecated]" : "", markOf(described)]
      .filter((part) => part !== "")
      .join(" "),
    textOf(described, "description"),
    textOf(described, "x-source-note"),
    table.operations[name]?.contactsPeople
      ? "It can send a mail or a message to people, so it needs a confirmation; without a terminal, add --yes."
      : "",
    parametersHelp(document, parameters),
    ...(body === undefined ? [] : bodyHelp(document, body)),
    undocumented.trim(),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function parametersHelp(document: JsonObject, parameters: readonly CommandParameter[]): string {
  const lines = parameters.map(({ option, required, described }) => {
    const [type] = describeSchema(document, described.schema);
    const text = textOf(described, "description");
    return [`  --${option}  ${type}`, required ? "required" : "", text, markOf(described)]
      .filter((part) => part !== "")
      .join("  ");
  });
  return lines.length === 0 ? "" : `Parameters\n${lines.join("\n")}`;
}

function bodyHelp(document: JsonObject, body: JsonObject): string[] {
  const content = isJsonObject(body.content) ? Object.entries(body.content) : [];
  return content.flatMap(([mediaType, node], index) => {
    if (!isJsonObject(node)) return [];
    const notes = [
      body.required === true ? "required" : "optional",
      textOf(body, "description"),
      markOf(body),
    ];
    const shape = describeSchema(document, node.schema).map((line) => `  ${line}`);
    const chosen = index === 0 ? "" : `; add --content-type ${mediaType}`;
    const [example] = namedExamples(document, node);
    const words = example === undefined ? [] : [`Example: --body '${JSON.stringify(example.value)}'`];
    const head = `Body, ${mediaType}${chosen}: ${notes.filter((note) => note !== "").join("; ")}`;
    return [[head, ...shape].join("\n"), ...words];
  });
}
