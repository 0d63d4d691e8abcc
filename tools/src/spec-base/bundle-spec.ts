import { fileURLToPath } from "node:url";
import { runRedocly } from "../redocly/run-redocly.ts";
import { InputError } from "../repository/input-error.ts";

const config = fileURLToPath(new URL("redocly-bundle.yaml", import.meta.url));

/**
 * Bundles the files of a document as the build of `spec/` does, so that two bundles differ only where their sources do.
 * @param root - path of the document's root file
 * @param output - path of the JSON file to write
 * @throws InputError when it cannot be bundled
 */
export async function bundleSpec(root: string, output: string): Promise<void> {
  const { exitCode, stderr } = await runRedocly(["bundle", root, "--config", config, "--output", output]);
  if (exitCode !== 0)
    throw new InputError(`${root} cannot be bundled; \`pnpm lint\` says more: ${stderr.trim()}`);
}
