import { checkCommands } from "./check-commands.ts";
import { type Commands, program } from "./command.ts";

const spec: Commands = {
  diff: {
    line: "what changed in the spec since the last release, for whom, and the bump it deserves",
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
    line: "what `spec diff` says of public documents of others; a quarter of an hour, 2 GB of memory, the registry",
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
    line: "builds, packs and checks what is published, with bills of materials",
    usage: "[--update]",
    ...releasing,
    does: { module: "release/release-pack" },
  },
  "mock-archive": {
    line: "the packed mock as one archive that runs with Node alone, and a Dockerfile for it; needs the registry",
    ...releasing,
    does: { module: "release/release-mock-archive" },
  },
  publish: {
    line: "publishes what was packed, to the registry of your npmrc",
    ...releasing,
    does: { module: "release/release-publish" },
  },
};

const benches: Commands = {
  mock: {
    line: "the mock beside plain Prism: start-up, time of a request, heap over 10,000 requests",
    does: program("packages/api-mock", ["--expose-gc", "bench/bench.ts"], ["api-mock"], { counts: false }),
  },
  bulk: {
    line: "a plan of ten million receivers, a run of a million against the mock: time, disk, memory, syncs; five minutes",
    usage: "[--plan N] [--run N]",
    page: "packages/api-bulk/README.md",
    does: program("packages/api-bulk", ["bench/bench.ts"], ["api-bulk", "api-mock"], { counts: false }),
  },
};

/** The root's commands that need more than turbo. */
export const commands: Commands = {
  demo: { line: "the guided tour", does: { module: "demo" } },
  test: { line: "what one waits for before a commit", does: { module: "test" } },
  check: {
    line: "everything that CI proves; with a word, that part of it",
    page: "checks/README.md",
    does: { module: "checks/check-everything" },
    words: checkCommands,
  },
  regenerate: {
    line: "after an edit of the spec: lint, bundle, generate, diff, changeset, build, contract tests, and a summary; --fast without the tests",
    usage: "[--fast]",
    does: { module: "regenerate" },
  },
  dev: {
    line: "watches the spec: regenerates, restarts the mock, reruns the tests that read the document; Ctrl-C ends",
    usage: "[--fast]",
    does: { module: "dev" },
  },
  spec: { line: "the spec beside others", words: spec },
  release: { line: "versions, tarballs, registry", words: release },
  bench: {
    line: "what the client costs beside its peers, within ten minutes; needs the registry once",
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
    line: "builds and starts the mock; its own options: `pnpm mock --help`",
    usage: "[--port N] …",
    page: "packages/api-mock/README.md",
    ownHelp: true,
    does: program(".", ["packages/api-mock/bin/np6-mock.mjs"], ["api-mock"], { counts: false }),
  },
  site: {
    line: "builds the documentation site with the API reference, docs/site/dist/site; --serve shows it on this machine",
    usage: "[--serve] [--port N] [--base /path/]",
    page: "docs/site/README.md",
    does: program("docs/site", ["build.ts"], ["reference"], { counts: false }),
  },
};
