import { type Commands, program } from "./command.ts";

/** Subcommands of `pnpm check`. */
export const checkCommands: Commands = {
  slow: {
    line: "runs tests that take seconds each: bombs, soaks, Spectral, older compilers, large documents",
    does: { tasks: ["test:slow"], checkout: "released" },
  },
  packages: {
    line: "packs the packages, installs the tarballs like a consumer, runs publint and attw; needs the registry",
    page: "checks/packed/README.md",
    does: { module: "checks/check-packages" },
  },
  budgets: {
    line: "compares bytes, allocations, type instantiations and dependencies with their budgets; needs the registry once",
    usage: "[--update]",
    page: "checks/bench/README.md",
    does: program("checks/bench", ["src/budgets/check-budgets.ts"], ["api-mock", "openapi-codegen"]),
  },
  rehearsal: {
    line: "publishes three edits of the spec to a local registry and upgrades consumers; tests a remote build cache",
    page: "checks/rehearsal/README.md",
    does: program("checks/rehearsal", ["src/rehearse.ts"], []),
  },
  corpus: {
    line: "generates code from 300 public documents and compiles it; three minutes, needs the registry",
    usage: "[--count N] [--seed N] [--only <name>] [--verbose]",
    page: "checks/corpus/README.md",
    does: program("checks/corpus", ["run.ts"], ["openapi-codegen", "openapi-runtime", "api-mock"]),
  },
  site: {
    line: "tests the documentation site in headless Chromium, and saves screenshots; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/site/site.ts"], ["reference", "api-client", "api-mock"]),
  },
  "mock-page": {
    line: "tests the mock's status page in headless Chromium, and replays a recording; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/mock/mock-page.ts"], ["api-mock"]),
  },
  "bulk-report": {
    line: "tests the report of a bulk job in headless Chromium, and saves screenshots; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/bulk/bulk-report.ts"], ["api-bulk", "api-mock"]),
  },
  runtimes: {
    line: "runs the packed client on Node 20 to 26, Bun, Deno, workerd and Chromium; needs the registry and linux-x64",
    page: "checks/runtimes/README.md",
    does: program("checks/runtimes", ["run.ts"], ["api-client", "api-mock"], { installs: "itself" }),
  },
  next: {
    line: "runs the packed client and the code of docs/nextjs.md in Next.js 14 and 16; 45 seconds, needs the registry",
    page: "docs/nextjs.md",
    does: program("checks/runtimes", ["--no-warnings", "next/run.ts"], ["api-client"], {
      installs: "itself",
    }),
  },
  contract: {
    line: "runs the client against the mock, and prints which parts of the spec were exchanged (part of test)",
    page: "checks/contract/README.md",
    does: { turbo: ["test", "--filter=@np6/contract-tests"] },
  },
  generated: {
    line: "compares the generated files with the spec (part of test)",
    does: { tasks: ["check:generated"] },
  },
  changeset: {
    line: "fails if the spec's changes require a larger bump than the changesets declare (part of test)",
    does: { tasks: ["check:changeset"] },
  },
  api: {
    line: "compares the public API with the committed reports (part of test); --update writes the reports",
    usage: "[--update]",
    does: { tasks: ["check:api"], update: "api:update" },
  },
  repository: {
    line: "checks manifests, workflows, documents and dead code (part of test); --update draws the package picture",
    usage: "[--update]",
    does: { tasks: ["check:repository"], update: "repository:update" },
  },
  licenses: {
    line: "checks the licences of all installed packages (part of test)",
    does: { tasks: ["check:licenses"] },
  },
  lines: {
    line: "counts production lines by folder; prints the widest folder, longest file and import circles, now or at a commit",
    usage: "[--at <commit>]",
    does: { module: "checks/check-lines" },
  },
  advisories: {
    line: "fetches advisories on the installed versions from the registry; prints NOT CHECKED if it does not respond",
    does: { module: "checks/check-advisories" },
  },
  live: {
    line: "CALLS A REAL API: each named operation once; exit code 1 on differences, 2 on bad input",
    page: "checks/contract/README.md",
    does: program(".", ["checks/contract/src/live/contract-live.ts"], ["contract-tests^"], { counts: false }),
  },
  soak: {
    line: "calls a faulty server in another process, and compares the results with its record of executions",
    does: program("packages/api-client", ["soak/soak.ts"], ["api-client"], { counts: false }),
  },
  bulk: {
    line: "sends to 100,000 receivers with each kind of fault and killed runs, and compares the executions; ten minutes",
    usage: "[--receivers N] [--profile NAME]… [--kills N] [--seed N] [--minutes N]",
    page: "packages/api-bulk/README.md",
    does: program("packages/api-bulk", ["soak/soak.ts"], ["api-client", "api-mock"], { counts: false }),
  },
  postgres: {
    line: "sends with six workers, a real Postgres and faults, and compares the executions; a minute, needs the registry once",
    usage: "[--receivers N] [--workers N] [--seed N] | --scale",
    page: "checks/postgres/README.md",
    does: program("checks/postgres", ["src/rehearse.ts"], ["api-bulk", "api-mock"]),
  },
  mutation: {
    line: "mutates the client, or with `bulk` the protocol of jobs, and prints the mutation score; an hour, needs the registry",
    usage: "[bulk] [--mutate <file>]",
    page: "docs/mutation-testing.md",
    does: program("checks/mutation", ["run.ts"], ["api-bulk"], { counts: false }),
  },
};
