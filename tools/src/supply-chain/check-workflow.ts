import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/**
 * Checks a workflow of GitHub Actions for what lets others in: an action that can change behind its tag, a job that may do more
 * than it says, a token that stays in the checkout for every later step.
 * @param file - its path, for the messages
 * @returns the problems, in sentences; empty when there are none
 */
export function checkWorkflow(file: string, text: string): string[] {
  const workflow = parse(text) as Workflow;
  const top = workflow.permissions;
  return [
    ...(isReadOnly(top)
      ? []
      : [`${file}: start with "permissions: {}" and let each job ask for what it needs.`]),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) => checkJob(`${file}, job ${name}`, job, text)),
  ];
}

function checkJob(at: string, job: Job, text: string): string[] {
  const steps = job.steps ?? [];
  const used = [job, ...steps].flatMap(({ uses }) =>
    uses === undefined || uses.startsWith("./") ? [] : [uses],
  );
  const problems = used
    .filter((uses) => !/@[0-9a-f]{40}$/.test(uses))
    .map(
      (uses) =>
        `${at}: ${uses} can change behind its name; pin the commit and write the version behind it (# v1.2.3).`,
    );
  const unnamed = used.filter((uses) => !new RegExp(`${uses} # v\\d`).test(text));
  problems.push(
    ...unnamed.map(
      (uses) => `${at}: ${uses} does not say its version; write it behind the commit (# v1.2.3).`,
    ),
  );
  if (job.permissions === undefined) problems.push(`${at}: say "permissions", as few as it needs.`);
  if (job.uses === undefined && job["timeout-minutes"] === undefined) {
    problems.push(`${at}: say "timeout-minutes"; the default is six hours.`);
  }
  const keeps = steps.some(
    (step) => step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false,
  );
  if (keeps)
    problems.push(
      `${at}: check out with "persist-credentials: false"; every later step could use the token.`,
    );
  return problems;
}

function isReadOnly(permissions: unknown): boolean {
  if (typeof permissions !== "object" || permissions === null) return false;
  return Object.values(permissions).every((level) => level === "read" || level === "none");
}
