import type { SpecChange, SpecDiff } from "./spec-change.ts";

/** Formats a comparison for a terminal. */
export function formatDiff({ bump, changes }: SpecDiff, base: string, head: string): string {
  const title = `From ${base} to ${head}:`;
  if (changes.length === 0) return `${title} no change that consumers could notice.\n`;
  const lines = changes.map(formatChange);
  const proved = changes.filter(({ witness }) => witness !== undefined).length;
  const unproved = changes.filter((change) => change.unproved === true).length;
  const shown = changes.filter(({ sample }) => sample !== undefined).length;
  const unshown = changes.filter((change) => change.unshown === true).length;
  const proofs =
    proved + unproved + shown + unshown === 0
      ? ""
      : `Breaks of types: ${proved} proved, ${unproved} unproved\n` +
        `Breaks of the wire: ${shown} shown, ${unshown} unshown\n`;
  return `${title}\n\n${lines.join("\n")}\n\n${proofs}Required bump: ${bump}\n`;
}

function formatChange(change: SpecChange): string {
  const { bump, breaks = [], direction, operationId, message, pointer, fingerprint = "", location } = change;
  const broken = breaks.length === 0 ? "" : ` Breaks ${breaks.join(" and ")}.`;
  const concerned = [operationId, direction].filter((part) => part !== undefined).join(" ");
  const line = location?.line === undefined ? "" : `:${location.line}`;
  const written = location?.file === undefined ? "" : `  ${location.file}${line}`;
  const head = `${bump.padEnd(5)}  ${message}${broken}\n       ${concerned === "" ? "" : `${concerned}  `}${pointer}${written}  ${fingerprint}`;
  return [head.trimEnd(), ...formatProof(change)].join("\n");
}

/** Maximum length of a sample; longer ones cannot be read at a glance. */
const longestSample = 300;

function formatProof({ witness, unproved, sample, shows, unshown }: SpecChange): readonly string[] {
  const lines: string[] = [];
  if (unproved === true) lines.push("unproved: no code was found that stops compiling");
  if (unshown === true) lines.push("unshown: no value, request or answer was found that shows it");
  if (witness !== undefined) lines.push(`before  ${witness.before}`);
  if (witness?.after !== undefined) lines.push(`after   ${witness.after}`);
  if (sample !== undefined) {
    const text = JSON.stringify(sample);
    const shown = text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;
    lines.push(`${shows}: ${shown}`);
  }
  return lines.map((line) => `       ${line}`);
}
