import type { SpecChange, SpecDiff } from "./spec-change.ts";

/** Writes a comparison for a terminal. */
export function formatDiff({ bump, changes }: SpecDiff, base: string, head: string): string {
  const title = `From ${base} to ${head}:`;
  if (changes.length === 0) return `${title} nothing that consumers could notice.\n`;
  const lines = changes.map(formatChange);
  return `${title}\n\n${lines.join("\n")}\n\nDeserved bump: ${bump}\n`;
}

function formatChange({ bump, direction, operationId, message, pointer }: SpecChange): string {
  const concerned = [operationId, direction].filter((part) => part !== undefined).join(" ");
  return `${bump.padEnd(5)}  ${message}\n       ${concerned === "" ? "" : `${concerned}  `}${pointer}`;
}
