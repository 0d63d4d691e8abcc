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

/**
 * Checks the jobs of a workflow file. Each limits its permissions and its time, and leaves no token in its checkout,
 * where every later step could use it.
 * @param file - its path, for the messages
 * @returns the problems, in sentences; empty when there are none
 */
export function checkWorkflowJobs(file: string, text: string): string[] {
  const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
  return Object.entries(jobs).flatMap(([name, job]) => checkJob(`${file}, job ${name}`, job));
}

function checkJob(at: string, job: Job): string[] {
  const problems: string[] = [];
  if (job.permissions === undefined) problems.push(`${at}: add "permissions", as few as the job needs.`);
  if (job.uses === undefined && job["timeout-minutes"] === undefined) {
    problems.push(`${at}: add "timeout-minutes"; the default is six hours.`);
  }
  const keepsToken = (job.steps ?? []).some(
    (step) => step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false,
  );
  if (keepsToken) {
    problems.push(
      `${at}: check out with "persist-credentials: false"; every later step could use the token.`,
    );
  }
  return problems;
}
