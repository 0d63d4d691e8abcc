/** An advisory in the output of `pnpm audit --json`. */
interface Advisory {
  readonly module_name: string;
  readonly title: string;
  readonly severity: string;
  readonly vulnerable_versions: string;
  readonly patched_versions?: string;
  readonly url: string;
  readonly findings: readonly { readonly paths: readonly string[] }[];
}

/** The advisories on the installed versions. */
export interface AdvisoryReport {
  /** `unknown` means that the registry did not respond, which differs from `none`. */
  readonly state: "none" | "some" | "unknown";
  /** Text for people, without the registry's address. */
  readonly lines: readonly string[];
  /** Whether an advisory must be handled before a release. */
  readonly urgent: boolean;
}

const urgent = new Set(["high", "critical"]);

/**
 * Parses the output of `pnpm audit --json`.
 * @param stdout - JSON if the registry responded, otherwise any text
 */
export function reportAdvisories(stdout: string): AdvisoryReport {
  const advisories = parseAdvisories(stdout);
  if (advisories === undefined) {
    const lines = [
      "NOT CHECKED: the registry does not report advisories, so the state of the installed versions is unknown.",
      "Run it with a registry that does: npx pnpm@12.21.0 check advisories",
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
    `  via ${path}. Fixed in ${fixed}: pin that version, or add an override with its reason in pnpm-workspace.yaml.`,
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
