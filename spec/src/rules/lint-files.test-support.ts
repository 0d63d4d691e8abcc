import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../", import.meta.url));

/** The configuration of `pnpm lint`. */
export const configurationFile: string = join(folder, "redocly.yaml");

export interface LintResult {
  readonly exitCode: number | null;
  /** Number of documents in redocly's reports. */
  readonly documents: number;
  readonly problems: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
  }[];
}

/** The part of redocly's `--format json` output that is used here. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly message: string;
    readonly location: readonly { readonly source: { readonly ref: string } }[];
  }[];
}

async function run(
  argv: readonly string[],
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  const child = spawn(process.execPath, [join(dirname(manifest), "bin/cli.js"), ...argv], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { exitCode, output };
}

/** Runs the real `redocly lint` with the real configuration once for all files, because each start is slow. */
export async function lintFiles(files: readonly string[]): Promise<LintResult> {
  const { exitCode, output } = await run([
    "lint",
    ...files,
    "--config",
    configurationFile,
    "--format",
    "json",
  ]);
  // Redocly prints one JSON object per document, without a separator.
  const reports = JSON.parse(`[${output.replaceAll(/^\}\s*\{/gm, "},{")}]`) as Report[];
  const problems = reports
    .flatMap((report) => report.problems)
    .map(({ ruleId, severity, message, location }) => ({
      rule: ruleId,
      severity,
      message,
      file: location[0]?.source.ref ?? "",
    }));
  return { exitCode, documents: reports.length, problems };
}
