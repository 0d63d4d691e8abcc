import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@np6/openapi-document";
import { expect, it } from "vitest";
import type { Bump } from "../changes/bump.ts";
import type { Breaks, Direction, SpecDiff } from "../changes/spec-change.ts";
import { diffFiles } from "../diff-files.ts";
import type { Edit } from "./edits.test-support.ts";
import { joinShops, onlyInShop, shopOf, withoutShop } from "./join-shops.test-support.ts";
import { shopDocument } from "./shop-document.test-support.ts";

/** The expected properties of one change. */
export interface ExpectedChange {
  readonly bump: Bump;
  readonly pointer: string;
  readonly direction?: Direction;
  readonly operationId?: string;
  /** Expected kinds of breaks. Without it, a major change must break something. */
  readonly breaks?: readonly Breaks[];
  /** A part of the message. */
  readonly says: string;
}

/** An edit of the shop's document, and all changes that the comparison must report for it. */
export interface SingleChange {
  readonly edit: Edit;
  readonly changes: readonly ExpectedChange[];
}

/** Compares the shop's document with an edited copy. */
export function diffEdited(edit: Edit): Promise<SpecDiff> {
  return compare(shopDocument(), edited(edit));
}

/**
 * Makes a test of each edit: exactly the expected changes must be found, the largest first, then by pointer. Each edit
 * is made in its own shop, and all shops are compared together, which is faster. An edit outside of paths and
 * components, such as another server, is compared alone.
 */
export function testSingleChanges(table: Readonly<Record<string, SingleChange>>): void {
  const inShops = Object.values(table).filter(({ edit }) => onlyInShop(edited(edit)));
  let compared: Promise<SpecDiff> | undefined;
  const compareShops = (): Promise<SpecDiff> => {
    compared ??= compare(
      joinShops(inShops.map(() => shopDocument())),
      joinShops(inShops.map(({ edit }) => edited(edit))),
    );
    return compared;
  };
  it.each(Object.entries(table))("%s", async (_, single) => {
    const shop = inShops.indexOf(single);
    const { changes } = shop === -1 ? await diffEdited(single.edit) : await compareShops();
    const found =
      shop === -1 ? changes : changes.filter((change) => shopOf(change) === shop).map(withoutShop);
    expect(found).toEqual(
      single.changes.map(({ says, ...rest }) => ({
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        location: expect.anything(),
        ...(rest.bump === "major" ? { breaks: expect.arrayContaining([expect.any(String)]) } : {}),
        ...rest,
        message: expect.stringContaining(says),
      })),
    );
  });
  it("finds no change outside the edited shops", async () => {
    const { changes } = await compareShops();
    expect(changes.filter((change) => shopOf(change) === undefined)).toEqual([]);
  });
}

function edited(edit: Edit): JsonObject {
  const document = shopDocument();
  edit(document);
  return document;
}

/** Writes both documents to files and compares the files. */
async function compare(old: JsonObject, now: JsonObject): Promise<SpecDiff> {
  const folder = await mkdtemp(join(tmpdir(), "openapi-diff-"));
  try {
    const [base, head] = [join(folder, "base.json"), join(folder, "head.json")];
    await writeFile(base, JSON.stringify(old));
    await writeFile(head, JSON.stringify(now));
    return await diffFiles(base, head);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
