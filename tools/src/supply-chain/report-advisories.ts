/** An advisory, as `pnpm audit --json` tells it. */
interface Advisory {
  readonly module_name: string;
  readonly title: string;
  readonly severity: string;
  readonly vulnerable_versions: string;
  readonly patched_versions?: string;
  readonly url: string;
  readonly findings: readonly { readonly paths: readonly string[] }[];
}

/** What is known of the installed versions. */
export interface AdvisoryReport {
  /** `unknown`: the registry did not say. That is not `none`. */
  readonly state: "none" | "some" | "unknown";
  /** For a reader; without the registry's address. */
  readonly lines: readonly string[];
  /** Whether something must be done before a release. */
  readonly urgent: boolean;
}

const urgent = new Set(["high", "critical"]);

/**
 * Reads the answer of `pnpm audit --json`.
 * @param stdout - JSON when the registry answered, anything else when it did not
 */
export function reportAdvisories(stdout: string): AdvisoryReport {
  const advisories = parseAdvisories(stdout);
  if (advisories === undefined) {
    const lines = [
      "NOT CHECKED: the registry does not answer questions about advisories. Nothing is known, good or bad.",
      "Run it where one does: npx pnpm@12.21.0 check advisories",
    ];
    return { state: "unknown", lines, urgent: false };
  }
  if (advisories.length === 0)
    return { state: "none", lines: ["No advisory is known for any installed version."], urgent: false };
  return {
    state: "some",
    lines: advisories.flatMap(describe),
    urgent: advisories.some(({ severity }) => urgent.has(severity)),
  };
}

function describe(advisory: Advisory): string[] {
  const { module_name: name, title, severity, vulnerable_versions: versions, url, findings } = advisory;
  const [path = "unknown"] = findings.flatMap(({ paths }) => paths);
  const fixed = advisory.patched_versions ?? "no version";
  return [
    `✗ ${severity}: ${name} ${versions}: ${title} (${url})`,
    `  by ${path}. Fixed in ${fixed}: pin that version, or an override in pnpm-workspace.yaml with the reason beside it.`,
  ];
}

function parseAdvisories(stdout: string): Advisory[] | undefined {
  try {
    const { advisories } = JSON.parse(stdout) as { advisories?: Readonly<Record<string, Advisory>> };
    return advisories && Object.values(advisories);
  } catch {
    return undefined;
  }
}
