import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { generate } from "./generate.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const MARK = "globalThis.ranFromADocument = true";

/** Strings that end what they stand in, or mean something there. Each one that could be run leaves a mark. */
const hostile = [
  `"; ${MARK}; "`,
  `'; ${MARK}; '`,
  `\`; ${MARK}; \``,
  `\${${MARK}}`,
  `*/ ${MARK}; /*`,
  `\n${MARK}\n`,
  `\r${MARK}`,
  `\u2028${MARK}\u2029${MARK}`,
  `\\"; ${MARK}; //`,
  `=1; ${MARK}; const a`,
  `@type`,
  `a-b+c(d)`,
  `: unknown } ${MARK}; type X = {`,
  `= ${MARK};//`,
  `<!-- ${MARK}`,
  `\u0000\u0007\u001b[31m\u0085`,
  `\u202e${MARK}\u2066`,
  `\ufeff`,
  `💥`,
  `::error::injected`,
  `\n::set-output name=a::b`,
  `##[command]a`,
  `constructor`,
  `__proto__`,
  `toString`,
  `hasOwnProperty`,
  `valueOf`,
  `prototype`,
  `await`,
  `class`,
  `Array`,
  `Unrecognized`,
  `1`,
  ` `,
  `%2F%`,
  `~1~0/`,
  `</script>`,
];

/** A document in which every string that its author chooses is made by `text`. */
function documentOf(text: (index: number) => string): object {
  let index = 0;
  const name = () => {
    index += 1;
    return text(index);
  };
  const refer = (schema: string) => ({
    $ref: `#/components/schemas/${schema.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1")}`,
  });
  const [property, a, b] = [name(), name(), name()];
  const [variantA, variantB, known, other, union, plain, parent] = Array.from({ length: 7 }, (_, at) =>
    // One name each, whatever the text is.
    at === 0 ? `${name()}` : `${name()} ${at}`,
  ) as [string, string, string, string, string, string, string];
  const entry = (...pairs: (readonly [string, unknown])[]) => Object.fromEntries(pairs);
  const described = () => ({ description: name(), title: name() });
  const schemas = entry(
    [
      variantA,
      { type: "object", ...described(), required: [property], properties: entry([property, { const: a }]) },
    ],
    [variantB, { type: "object", required: [property], properties: entry([property, { const: b }]) }],
    [known, { oneOf: [refer(variantA), refer(variantB)], discriminator: { propertyName: property } }],
    [
      other,
      {
        type: "object",
        required: [property],
        properties: entry([property, { type: "string", not: { enum: [a, b] } }]),
      },
    ],
    [union, { ...described(), oneOf: [refer(known), refer(other)] }],
    [
      plain,
      {
        type: "object",
        ...described(),
        deprecated: true,
        required: [`${name()}r`],
        properties: entry(
          [`${name()}p`, { type: "string", enum: [name(), `${name()}2`], default: name(), ...described() }],
          [`${name()}q`, { type: "string", format: name(), example: name() }],
          [`${name()}s`, { $ref: refer(union).$ref, description: name() }],
        ),
      },
    ],
    [
      parent,
      { allOf: [refer(plain), { type: "object", properties: entry([`${name()}t`, { const: name() }]) }] },
    ],
  );
  const answer = (schema: object) => ({
    200: { description: name(), content: { "application/json": { schema } } },
  });
  const path = `/${name().replaceAll(/[{}]/g, "")}/{id}`;
  return {
    openapi: "3.1.0",
    info: { title: name(), version: name(), description: name() },
    servers: [{ url: `https://example.com/${name()}`.replaceAll(/[{}]/g, "") }],
    security: [entry([name(), []])],
    tags: [{ name: name(), description: name() }],
    paths: entry([
      path,
      {
        summary: name(),
        parameters: [
          { name: "id", in: "path", required: true, description: name(), schema: { type: "string" } },
        ],
        post: {
          operationId: `${name()}o`,
          summary: name(),
          description: name(),
          deprecated: true,
          parameters: [
            {
              name: `${name()}h`,
              in: "query",
              description: name(),
              schema: { type: "string", default: name() },
            },
            { name: `${name()}i`, in: "header", deprecated: true, schema: { enum: [name()] } },
          ],
          requestBody: {
            description: name(),
            content: {
              "application/json": { schema: refer(parent), examples: entry([name(), { value: name() }]) },
            },
          },
          responses: answer(refer(union)),
        },
        get: { description: name(), responses: answer({ type: "array", items: refer(plain) }) },
      },
    ]),
    components: {
      schemas,
      securitySchemes: entry([text(index - 0), { type: "apiKey", in: "header", name: name() }]),
    },
  };
}

const outputs = ["types", "operations", "guards", "validators", "methods"] as const;

async function generated(document: object): Promise<{ sources: string[]; warnings: readonly string[] }> {
  const folder = await temporaryFolder({ "package.json": "{}", "openapi.json": JSON.stringify(document) });
  const files = Object.fromEntries(outputs.map((name) => [name, path.join(folder, `${name}.gen.ts`)]));
  const { warnings } = await generate({ spec: path.join(folder, "openapi.json"), ...files });
  const sources = await Promise.all(
    outputs.map((name) => readFile(path.join(folder, `${name}.gen.ts`), "utf8")),
  );
  return { sources, warnings };
}

/** What a file says to a compiler: its kinds of statements and expressions, without names and values. */
function statementsOf(source: string): string[] {
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  return file.statements.map((statement) => ts.SyntaxKind[statement.kind]);
}

function withSecurity(document: object): object {
  const schemes = (document as { components: { securitySchemes: object } }).components.securitySchemes;
  return { ...document, security: [Object.fromEntries(Object.keys(schemes).map((name) => [name, []]))] };
}

const harmless = withSecurity(documentOf((index) => `name${index}`));

it.each(hostile.map((text) => [JSON.stringify(text), text] as const))(
  "a document whose strings are all %s says nothing to a compiler that a harmless one does not",
  async (_, text) => {
    const expected = await generated(harmless);
    const document = withSecurity(documentOf((index) => `${text}${index % 2 === 0 ? "" : index}`));
    const { sources, warnings } = await generated(document);
    for (const [index, source] of sources.entries()) {
      expect(statementsOf(source).sort()).toEqual(statementsOf(expected.sources[index] ?? "").sort());
      expect(source.replaceAll(/[\n\t]/g, "")).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069\ufeff]/u);
      const code = ts.transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
      await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
    }
    expect(globalThis).not.toHaveProperty("ranFromADocument");
    for (const warning of warnings) expect(warning).not.toMatch(/\p{Cc}|[\u2028\u2029\u202e]|##\[/u);
  },
);
