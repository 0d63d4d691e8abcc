import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { objectAt, specDocument } from "../exchanges/independent-document.ts";
import { type LiveResult, liveCaller } from "./call-live.ts";
import { formatLiveReport } from "./format-live-report.ts";
import { type LiveSettings, readLiveSettings } from "./live-settings.ts";
import { removeKey } from "./remove-key.ts";

/** The environment and the outputs of a live run. */
export interface LiveContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** JSON file to write. */
  readonly reportFile: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Calls the named operations of an API, once each in their order, and reports the differences from the spec.
 *
 * @returns the exit code: 0 without differences, 1 with some, 2 when the settings are invalid and nothing was sent
 */
export async function runLive({ env, reportFile, out, err }: LiveContext): Promise<number> {
  const withoutKey = (text: string): string => removeKey(text, env.NP6_API_KEY);
  let settings: LiveSettings;
  let call: ReturnType<typeof liveCaller>;
  try {
    settings = readLiveSettings(env, documentedOperations());
    call = liveCaller(settings);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    err(withoutKey(`${error.message}\n`));
    return 2;
  }
  const results: LiveResult[] = [];
  for (const settingsOfCall of settings.calls) results.push(await call(settingsOfCall));
  const { baseUrl } = settings;
  const specVersion = objectAt(specDocument, "info").version;
  await mkdir(dirname(reportFile), { recursive: true });
  await writeFile(
    reportFile,
    JSON.stringify(
      { baseUrl, specVersion, results },
      (_, value) => (typeof value === "string" ? withoutKey(value) : value),
      2,
    ),
  );
  out(withoutKey(`${formatLiveReport(baseUrl, results)}As JSON: ${reportFile}\n`));
  return results.some(({ differences }) => differences.length > 0) ? 1 : 0;
}
