import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Bump } from "../bump.ts";
import { diffSpecs } from "../diff-specs.ts";
import type { Direction, SpecDiff } from "../spec-change.ts";
import type { Edit } from "./edits.ts";
import { shopDocument } from "./shop-document.ts";

/** What is expected of one change. */
export interface ExpectedChange {
  readonly bump: Bump;
  readonly pointer: string;
  readonly direction?: Direction;
  readonly operationId?: string;
  /** A part of the message. */
  readonly says: string;
}

/** An edit of the shop's document, and all the changes that it is expected to be. */
export interface SingleChange {
  readonly edit: Edit;
  readonly changes: readonly ExpectedChange[];
}

/** Compares the shop's document with an edited copy of it. */
export async function diffEdited(edit: Edit): Promise<SpecDiff> {
  const folder = await mkdtemp(join(tmpdir(), "np6-single-change-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const edited = shopDocument();
  edit(edited);
  const [base, head] = [join(folder, "base.json"), join(folder, "head.json")];
  await writeFile(base, JSON.stringify(shopDocument()));
  await writeFile(head, JSON.stringify(edited));
  return diffSpecs(base, head);
}

/** Expects exactly these changes: the largest first, then by pointer. */
export async function expectChanges({ edit, changes }: SingleChange): Promise<void> {
  const diff = await diffEdited(edit);
  const expected = changes.map(({ says, ...rest }) => ({ ...rest, message: expect.stringContaining(says) }));
  expect(diff).toEqual({ bump: changes[0]?.bump ?? "none", changes: expected });
}
