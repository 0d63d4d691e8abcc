import { type Commands, program } from "./command.ts";

/** Subcommands of `pnpm check`. */
export const checkCommands: Commands = {
  slow: {
    line: "tests that take seconds each: bombs, soaks, Spectral, older compilers, large documents",
    does: { tasks: ["test:slow"], checkout: "released" },
  },
  packages: {
    line: "packs the packages, installs the tarballs as a consumer would, publint and attw; needs the registry",
    page: "checks/packed/README.md",
    does: { module: "checks/check-packages" },
  },
  budgets: {
    line: "bytes, allocations, type instantiations and dependencies against their budgets; needs the registry once",
    usage: "[--update]",
    page: "checks/bench/README.md",
    does: program("checks/bench", ["src/budgets/check-budgets.ts"], ["api-mock", "openapi-codegen"]),
  },
  rehearsal: {
    line: "publishes to a registry of its own, and follows three edits of the spec to consumers; a remote build cache",
    page: "checks/rehearsal/README.md",
    does: program("checks/rehearsal", ["src/rehearse.ts"], []),
  },
  corpus: {
    line: "generates code from 300 real documents of others and compiles it; three minutes, needs the registry",
    usage: "[--count N] [--seed N] [--only <name>] [--verbose]",
    page: "checks/corpus/README.md",
    does: program("checks/corpus", ["run.ts"], ["openapi-codegen", "openapi-runtime", "api-mock"]),
  },
  site: {
    line: "builds the documentation site and uses it in headless Chromium, with screenshots; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/site/site.ts"], ["reference", "api-client", "api-mock"]),
  },
  "mock-page": {
    line: "uses the mock's status page in headless Chromium, and replays a recording; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/mock/mock-page.ts"], ["api-mock"]),
  },
  "bulk-report": {
    line: "opens the report of a bulk job in headless Chromium, and leaves screenshots; needs the registry once",
    page: "checks/browser/README.md",
    does: program("checks/browser", ["src/bulk/bulk-report.ts"], ["api-bulk", "api-mock"]),
  },
  runtimes: {
    line: "the packed client on Node 20 to 26, Bun, Deno, workerd and Chromium; needs the registry and linux-x64",
    page: "checks/runtimes/README.md",
    does: program("checks/runtimes", ["run.ts"], ["api-client", "api-mock"], { installs: "itself" }),
  },
  next: {
    line: "the packed client and the code of docs/nextjs.md in Next.js 14 and 16; 45 seconds, needs the registry",
    page: "docs/nextjs.md",
    does: program("checks/runtimes", ["--no-warnings", "next/run.ts"], ["api-client"], {
      installs: "itself",
    }),
  },
  contract: {
    line: "the client against the mock, with a table of what of the spec went over the wire (part of test)",
    page: "checks/contract/README.md",
    does: { turbo: ["test", "--filter=@np6/contract-tests"] },
  },
  generated: {
    line: "compares the generated files with the spec (part of test)",
    does: { tasks: ["check:generated"] },
  },
  changeset: {
    line: "fails when the spec changed and too small a bump is declared (part of test)",
    does: { tasks: ["check:changeset"] },
  },
  api: {
    line: "compares the public API with the committed reports (part of test); --update writes them",
    usage: "[--update]",
    does: { tasks: ["check:api"], update: "api:update" },
  },
  repository: {
    line: "manifests, workflows, documents, dead code, and the files of no package (part of test); --update draws the picture of packages",
    usage: "[--update]",
    does: { tasks: ["check:repository"], update: "repository:update" },
  },
  licenses: {
    line: "licences of all that is installed (part of test)",
    does: { tasks: ["check:licenses"] },
  },
  lines: {
    line: "production lines by folder, widest folder, longest file, import circles; now, or at a commit",
    usage: "[--at <commit>]",
    does: { module: "checks/check-lines" },
  },
  advisories: {
    line: "asks the registry what is known of the installed versions; says so when it does not answer",
    does: { module: "checks/check-advisories" },
  },
  live: {
    line: "CALLS A REAL API: the operations that you name, once each; exit code 1 on differences, 2 on bad input",
    page: "checks/contract/README.md",
    does: program(".", ["checks/contract/src/live/contract-live.ts"], ["contract-tests^"], { counts: false }),
  },
  soak: {
    line: "calls against a faulty server in another process, with a ledger of what was executed",
    does: program("packages/api-client", ["soak/soak.ts"], ["api-client"], { counts: false }),
  },
  bulk: {
    line: "100,000 receivers through each kind of bad day, with kills, compared with who was executed; ten minutes",
    usage: "[--receivers N] [--profile NAME]… [--kills N] [--seed N] [--minutes N]",
    page: "packages/api-bulk/README.md",
    does: program("packages/api-bulk", ["soak/soak.ts"], ["api-client", "api-mock"], { counts: false }),
  },
  postgres: {
    line: "six workers through a real Postgres on a bad day, compared with who was executed; a minute, needs the registry once",
    usage: "[--receivers N] [--workers N] [--seed N] | --scale",
    page: "checks/postgres/README.md",
    does: program("checks/postgres", ["src/rehearse.ts"], ["api-bulk", "api-mock"]),
  },
  mutation: {
    line: "breaks the client line by line, or with `bulk` the protocol of jobs, prints how much the tests notice; an hour, needs the registry",
    usage: "[bulk] [--mutate <file>]",
    page: "docs/mutation-testing.md",
    does: program("checks/mutation", ["run.ts"], ["api-bulk"], { counts: false }),
  },
};
