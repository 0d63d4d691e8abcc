import type { Journal, JournalItem, Resolution } from "../journal/journal.ts";

type Ask = (
  item: JournalItem,
) => "ran" | "did-not-run" | "unknown" | Promise<"ran" | "did-not-run" | "unknown">;

/** Largest number of resolutions in one transaction. */
const chunkSize = 10_000;

/** Calls a function for every receiver that may have run, and records its answers. */
export async function resolveByAsking(journal: Journal, ask: Ask): Promise<number> {
  let resolved = 0;
  let resolutions: Resolution[] = [];
  const write = async (): Promise<void> => {
    if (resolutions.length === 0) return;
    resolved += await journal.resolve(resolutions, "resolveUnknown", "the program's resolveUnknown");
    resolutions = [];
  };
  for (const state of ["unknown", "ran"] as const) {
    for await (const item of journal.items({ state })) {
      const as = await ask(item);
      const last = resolutions.at(-1);
      if (as === "unknown") continue;
      if (last?.as === as && last.last === item.seq - 1)
        resolutions[resolutions.length - 1] = { ...last, last: item.seq };
      else resolutions.push({ first: item.seq, last: item.seq, as });
      if (resolutions.length >= chunkSize) await write();
    }
    await write();
  }
  return resolved;
}
