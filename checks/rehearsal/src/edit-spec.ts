import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isSeq, parseDocument, type YAMLMap } from "yaml";

const execution = "components/schemas/workflow/Execution.yaml";
const executeWorkflow = "paths/scripting/workflows/by-id/execution.yaml";

/** The edits of the rehearsal, each what one person might do to the spec. */
export const specEdits = {
  /** Says more, and changes nothing. */
  documentation: (spec: string): Promise<void> =>
    edit(join(spec, executeWorkflow), (document) => {
      const path = ["post", "description"];
      document.setIn(path, `${document.getIn(path)}\nThe rehearsal added this sentence.\n`);
    }),
  /** A further property that may be sent. */
  addition: (spec: string): Promise<void> =>
    edit(join(spec, execution), (document) => {
      document.setIn(["properties", "campaign"], property(document));
    }),
  /** A further property elsewhere, by somebody else at the same time. */
  secondAddition: (spec: string): Promise<void> =>
    edit(join(spec, "components/schemas/workflow/WorkflowCapping.yaml"), (document) => {
      document.setIn(["properties", "label"], property(document));
    }),
  /** The property of the addition has to be sent from now on. */
  breakage: async (spec: string): Promise<void> => {
    await edit(join(spec, execution), (document) => {
      const required: unknown = document.toJS().required ?? [];
      document.set("required", [...(required as string[]), "campaign"]);
    });
    // Whoever requires it also gives it in the examples, or the linter complains.
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
