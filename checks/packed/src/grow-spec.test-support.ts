import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";

const ofSecondArea = join(import.meta.dirname, "second-area/spec");
const ofSecondVersion = join(import.meta.dirname, "second-version/spec");

const paths = `paths:
  /contacts:
    $ref: paths/contacts/list.yaml
  /contact-imports:
    $ref: paths/contacts/imports.yaml
  /contacts/{contactId}:
    $ref: paths/contacts/by-id.yaml
`;
const tag = `tags:
  - name: Contact
    description: Somebody whom mail can reach.
`;

/** Media type of the invented version. */
export const version5 = "application/vnd.np6.cm.workflow-v5";

/**
 * Extends a spec like a growing API: with an area that has its own media type, and with another version of an existing
 * media type with other schemas. It changes only files in `spec/`.
 * @param spec the folder `spec/` of a copy of the repository
 */
export async function growSpec(spec: string): Promise<void> {
  for (const files of [ofSecondArea, ofSecondVersion]) await cp(files, spec, { recursive: true });
  const main = join(spec, "openapi.yaml");
  const document = await readFile(main, "utf8");
  await writeFile(main, document.replace(/^paths:\n/m, paths).replace(/^tags:\n/m, tag));
  // One example has the same name as one of the other version.
  await addVersion(join(spec, "paths/scripting/workflows/by-id/execution.yaml"), {
    request: media("ExecutionV5", { fresh: "ExecutionV5Fresh" }),
    answer: media("ExecutionResultV5", { success: "ExecutionResultV5Done" }),
  });
  await addVersion(join(spec, "paths/scripting/workflows/by-id/executions.yaml"), {
    request: listOf(media("ExecutionV5", { fresh: "ExecutionV5Batch" })),
    answer: listOf(media("ExecutionResultV5", { fresh: "ExecutionResultV5Batch" })),
  });
}

interface Media {
  readonly schema: object;
  readonly examples: object;
}

function media(schema: string, examples: Readonly<Record<string, string>>): Media {
  const component = (sort: string, name: string) => ({
    $ref: `../../../../components/${sort}/workflow/${name}.yaml`,
  });
  const named = Object.entries(examples).map(([name, file]) => [name, component("examples", file)]);
  return { schema: component("schemas", schema), examples: Object.fromEntries(named) };
}

function listOf({ schema, examples }: Media): Media {
  return { schema: { type: "array", items: schema }, examples };
}

/** Adds the version after the one in a path's file, for request and response. */
async function addVersion(
  file: string,
  { request, answer }: { readonly request: Media; readonly answer: Media },
): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  document.setIn(["post", "requestBody", "content", version5], request);
  document.setIn(["post", "responses", "200", "content", version5], answer);
  await writeFile(file, document.toString({ lineWidth: 120 }));
}
