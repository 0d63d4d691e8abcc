import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isSeq, parseDocument, type YAMLMap } from "yaml";

const execution = "components/schemas/workflow/Execution.yaml";
const executeWorkflow = "paths/scripting/workflows/by-id/execution.yaml";

/** The edits of the rehearsal, each like one person's edit of the spec. */
export const specEdits = {
  /** Adds a sentence without changing a fact. */
  documentation: (spec: string): Promise<void> =>
    edit(join(spec, executeWorkflow), (document) => {
      const path = ["post", "description"];
      document.setIn(path, `${document.getIn(path)}\nThe rehearsal added this sentence.\n`);
    }),
  /** Adds an optional property to a request. */
  addition: (spec: string): Promise<void> =>
    edit(join(spec, execution), (document) => {
      document.setIn(["properties", "campaign"], property(document));
    }),
  /** Adds a property elsewhere, like another person at the same time. */
  secondAddition: (spec: string): Promise<void> =>
    edit(join(spec, "components/schemas/workflow/WorkflowCapping.yaml"), (document) => {
      document.setIn(["properties", "label"], property(document));
    }),
  /** Makes the added property required. */
  breakage: async (spec: string): Promise<void> => {
    await edit(join(spec, execution), (document) => {
      const required: unknown = document.toJS().required ?? [];
      document.set("required", [...(required as string[]), "campaign"]);
    });
    // A required property must also be in the examples, or the linter fails.
    for await (const file of glob("components/examples/workflow/Execution*.yaml", { cwd: spec })) {
      if (file.includes("ExecutionResult")) continue;
      await edit(join(spec, file), (document) => {
        const value = document.get("value");
        for (const item of isSeq(value) ? value.items : [value]) (item as YAMLMap).set("campaign", "spring");
      });
    }
  },
} as const;

function property(document: Document): unknown {
  return document.createNode({
    description: "The campaign that the execution is counted for. Made up by the release rehearsal.",
    "x-source": "assumed",
    "x-source-note": "Only in the rehearsal's copy.",
    type: "string",
  });
}

async function edit(file: string, change: (document: Document) => void): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  change(document);
  await writeFile(file, document.toString({ lineWidth: 0 }));
}
