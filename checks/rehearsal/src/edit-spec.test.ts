import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { specEdits } from "./edit-spec.ts";

async function specCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "np6-spec-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const part of ["components", "paths"]) {
    await cp(join(repositoryRoot, "spec", part), join(folder, part), { recursive: true });
  }
  return folder;
}

test("the edits fit the spec as it is: one says more, one adds, one requires", async () => {
  const spec = await specCopy();
  const read = async (file: string) => parse(await readFile(join(spec, file), "utf8"));
  const before = await read("components/schemas/workflow/Execution.yaml");

  await specEdits.documentation(spec);
  const operation = await read("paths/scripting/workflows/by-id/execution.yaml");
  expect(operation.post.description).toMatch(/added this sentence/);

  await specEdits.addition(spec);
  const added = await read("components/schemas/workflow/Execution.yaml");
  expect(Object.keys(added.properties)).toEqual([...Object.keys(before.properties), "campaign"]);
  expect(added.required).toEqual(before.required);

  await specEdits.breakage(spec);
  const broken = await read("components/schemas/workflow/Execution.yaml");
  expect(broken.required).toEqual([...(before.required ?? []), "campaign"]);
  const example = await read("components/examples/workflow/ExecutionReceiverById.yaml");
  expect(example.value).toHaveProperty("campaign", "spring");
  const batch = await read("components/examples/workflow/ExecutionBatchSeveralReceivers.yaml");
  expect(batch.value.every((item: object) => "campaign" in item)).toBe(true);
});
