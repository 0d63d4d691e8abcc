import { capitalize } from "../capitalize.ts";
import type { RedoclyChange } from "./redocly-report.ts";

/**
 * Tells a change that redocly reports in a sentence.
 * @param place - what changed, in words
 */
export function describeChange(change: RedoclyChange, place: string): string {
  const { verdicts, kind, property, base, revision } = change;
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(" ");
  if (kind === "added") return `${capitalize(place)} is new.`;
  if (kind === "removed") return `${capitalize(place)} is gone.`;
  if (property === "key") return `\`${base?.value}\` is now called \`${revision?.value}\`.`;
  const what = `\`${property}\` of ${place}`;
  if (revision?.value === undefined)
    return `${what} is gone${isShort(base?.value) ? `; it was ${show(base?.value)}` : ""}.`;
  if (!isShort(revision.value)) return `${what} changed.`;
  if (base?.value === undefined) return `${what} is now ${show(revision.value)}.`;
  return isShort(base.value)
    ? `${what} changed from ${show(base.value)} to ${show(revision.value)}.`
    : `${what} changed.`;
}

function show(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function isShort(value: unknown): boolean {
  const text = JSON.stringify(value);
  return text !== undefined && text.length <= 60;
}
