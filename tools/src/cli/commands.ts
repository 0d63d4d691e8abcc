import { checkCommands } from "./check-commands.ts";
import { type Commands, program } from "./command.ts";

const spec: Commands = {
  diff: {
    line: "prints the changes of the spec since the last release, who is affected, and the required bump",
    usage:
      "[--base <git ref, file or package@version>] [--head <file>] [--json] [--fail-on major] [--explain] [--ignore <file>]",
    page: "docs/spec-changes.md",
    does: { module: "spec-diff" },
  },
  changeset: {
    line: "writes or raises the changeset of a changed spec",
    page: ".changeset/README.md",
    does: { module: "spec-changeset" },
  },
  upstream: {
    line: "compares the vendor's published bundle with the spec; exit code 1 on drift, 2 on bad input",
    usage: "--from <file or url> [--json <file|->]",
    page: "spec/README.md",
    does: program(".", ["checks/upstream/src/spec-upstream.ts"], ["spec"], { counts: false }),
  },
  histories: {
    line: "runs `spec diff` on versions of public documents; takes 15 minutes and 2 GB of memory, needs the registry",
    page: "docs/spec-changes.md",
    does: { module: "spec-histories" },
  },
};

const releasing = { page: "docs/releasing.md" };
const release: Commands = {
  version: {
    line: "turns the changesets into versions and changelogs",
    usage: "[--snapshot]",
    ...releasing,
    does: { module: "release/release-version" },
  },
  pack: {
    line: "builds, packs and checks the published packages, and writes their bills of materials",
    usage: "[--update]",
    ...releasing,
    does: { module: "release/release-pack" },
  },
  "mock-archive": {
    line: "writes the mock as one archive that needs only Node, and its Dockerfile; needs the registry",
    ...releasing,
    does: { module: "release/release-mock-archive" },
  },
  publish: {
    line: "publishes the packed tarballs to the registry of your npmrc",
    ...releasing,
    does: { module: "release/release-publish" },
  },
};

const benches: Commands = {
  mock: {
    line: "measures the mock and plain Prism: start-up, time of a request, heap over 10,000 requests",
    does: program("packages/api-mock", ["--expose-gc", "bench/bench.ts"], ["api-mock"], { counts: false }),
  },
  bulk: {
    line: "measures a plan of ten million receivers and a run of a million: time, disk, memory, syncs; five minutes",
    usage: "[--plan N] [--run N]",
    page: "packages/api-bulk/README.md",
    does: program("packages/api-bulk", ["bench/bench.ts"], ["api-bulk", "api-mock"], { counts: false }),
  },
};

/** The root's commands that need more than turbo. */
export const commands: Commands = {
  demo: { line: "runs the guided tour", does: { module: "demo" } },
  test: { line: "runs lint, types, tests and repository checks, before a commit", does: { module: "test" } },
  check: {
    line: "runs all checks of CI; with a word, one of them",
    page: "checks/README.md",
    does: { module: "checks/check-everything" },
    words: checkCommands,
  },
  regenerate: {
    line: "after an edit of the spec: lint, bundle, generate, diff, changeset, build, tests, summary; --fast leaves out the tests",
    usage: "[--fast]",
    does: { module: "regenerate" },
  },
  dev: {
    line: "watches the spec: regenerates, restarts the mock, reruns the tests that read the document; stop it with Ctrl-C",
    usage: "[--fast]",
    does: { module: "dev" },
  },
  spec: { line: "compares the spec with other versions of it", words: spec },
  release: { line: "versions, packs and publishes the packages", words: release },
  bench: {
    line: "measures the client and other clients, at most ten minutes; needs the registry once",
    usage: "[--part <name>] [--quick] [--docs]",
    page: "checks/bench/README.md",
    does: program(
      "checks/bench",
      // A large young generation, so that no garbage collection falsifies the count of allocations.
      ["--max-semi-space-size=128", "--min-semi-space-size=128", "src/bench.ts"],
      ["api-client", "openapi-codegen"],
      { counts: false },
    ),
    words: benches,
  },
  mock: {
    line: "builds and starts the mock; lists its options: `pnpm mock --help`",
    usage: "[--port N] …",
    page: "packages/api-mock/README.md",
    printsHelp: true,
    does: program(".", ["packages/api-mock/bin/np6-mock.mjs"], ["api-mock"], { counts: false }),
  },
  site: {
    line: "builds the documentation site with the API reference into docs/site/dist/site; --serve also serves it on localhost",
    usage: "[--serve] [--port N] [--base /path/]",
    page: "docs/site/README.md",
    does: program("docs/site", ["build.ts"], ["reference"], { counts: false }),
  },
};
