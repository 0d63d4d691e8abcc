import type { Journal, JournalItem, Resolution } from "../journal/journal.ts";

type Ask = (
  item: JournalItem,
) => "ran" | "did-not-run" | "unknown" | Promise<"ran" | "did-not-run" | "unknown">;

/** Largest number of resolutions in one transaction. */
const chunkSize = 10_000;

/** Calls a function for every receiver that may have run, and records its answers. */
export async function resolveByAsking(journal: Journal, ask: Ask): Promise<number> {
  let resolved = 0;
  let found: Resolution[] = [];
  const write = async (): Promise<void> => {
    if (found.length === 0) return;
    resolved += await journal.resolve(found, "resolveUnknown", "the program's resolveUnknown");
    found = [];
  };
  for (const state of ["unknown", "ran"] as const) {
    for await (const item of journal.items({ state })) {
      const as = await ask(item);
      const last = found.at(-1);
      if (as === "unknown") continue;
      if (last?.as === as && last.last === item.seq - 1)
        found[found.length - 1] = { ...last, last: item.seq };
      else found.push({ first: item.seq, last: item.seq, as });
      if (found.length >= chunkSize) await write();
    }
    await write();
  }
  return resolved;
}
