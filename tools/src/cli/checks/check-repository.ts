import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { parse } from "yaml";
import { readWorkspace } from "../../repository/read-workspace.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { checkContents } from "../../repository/rules/check-contents.ts";
import { checkDocuments } from "../../repository/rules/check-documents.ts";
import { checkManifests } from "../../repository/rules/check-manifests.ts";
import { checkProse } from "../../repository/rules/check-prose.ts";
import { checkSentences } from "../../repository/rules/check-sentences.ts";
import { checkToolchainNode } from "../../repository/rules/check-toolchain-node.ts";
import { checkWalk } from "../../repository/rules/check-walk.ts";
import { checkWorkflowJobs } from "../../repository/rules/check-workflow-jobs.ts";
import { checkWorkflows } from "../../repository/rules/check-workflows.ts";
import { findDoubledRows } from "../../repository/rules/find-doubled-rows.ts";
import { packagePicture, withPicture } from "../../repository/rules/package-picture.ts";
import { readComments } from "../../repository/rules/read-comments.ts";
import { checkCodeowners, needsTwoOwners } from "../../supply-chain/check-codeowners.ts";
import { findSecrets } from "../../supply-chain/find-secrets.ts";
import { checkTurboTasks } from "../../turbo/check-turbo-tasks.ts";

/** Runs every check of the repository itself, prints the problems, and exits with 1 if there are any. */
const read = (path: string) => readFile(join(repositoryRoot, path), "utf8");

// Dead code, unused dependencies and import circles, including circles of types. The packages' own lint does not search
// for circles, because that reads the whole repository. These checks take longest, so they run beside the others and
// print at their end.
const execOptions = { cwd: repositoryRoot, all: true, reject: false } as const;
const deadCode = execa("knip", ["--no-progress"], execOptions);
const circleWords = ["lint", "--only=suspicious/noImportCycles", "--error-on-warnings", "."];
const importCircles = execa("biome", circleWords, execOptions);
const { settings, packages } = await readWorkspace(repositoryRoot);
const root = packages.find(({ directory }) => directory === ".");
if (root === undefined) throw new Error("the repository has no package.json");

const { stdout: tracked } = await execa(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
  {
    cwd: repositoryRoot,
  },
);
const files = tracked.split("\0").filter((file) => file !== "" && existsSync(join(repositoryRoot, file)));
const critical: string[] = [];
const outdated: string[] = [];
const contents = await Promise.all(
  files.map(async (file) => {
    const text = await read(file);
    if (needsTwoOwners(file, text)) critical.push(file);
    // Changesets write change logs, which repeat texts of several packages.
    const isPage = file.endsWith(".md") && !/api-report|CHANGELOG|\.changeset\/|docs\/changes\.md/.test(file);
    const prose = isPage
      ? [...findDoubledRows(file, text), ...checkProse(file, text), ...checkSentences(file, text)]
      : [];
    const isCode = /\.(?:[cm]?[jt]s|tsx)$/.test(file) && !/\.gen\.ts$/.test(file);
    if (isCode) prose.push(...checkSentences(file, readComments(text)));
    return [...checkContents(file, text), ...prose, ...(await findSecrets(file, text))];
  }),
);
const tasks = Object.values(root.manifest.scripts ?? {}).flatMap(
  (script) => /turbo run ([\w:]+)/.exec(script)?.[1] ?? [],
);

const workflowFiles = files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file));
const workflows = new Map(
  await Promise.all(workflowFiles.map(async (file) => [file, await read(file)] as const)),
);

const architecture = await read("docs/architecture.md");
const pictured = withPicture(architecture, packagePicture(packages));
if (process.argv.includes("--update"))
  await writeFile(join(repositoryRoot, "docs/architecture.md"), pictured);
else if (pictured !== architecture) {
  outdated.push(
    "docs/architecture.md: the picture of the packages is outdated; run pnpm check repository --update",
  );
}

const problems = [
  ...outdated,
  ...checkWalk(architecture, "## A call, file by file", (path) => existsSync(join(repositoryRoot, path))),
  ...checkTurboTasks(parse(await read("turbo.json")), tasks),
  ...checkManifests(packages, settings),
  ...checkToolchainNode(root, settings),
  ...checkDocuments(
    packages,
    (path) => existsSync(join(repositoryRoot, path)),
    await read("docs/dependencies.md"),
  ),
  ...checkWorkflows(workflows),
  ...[...workflows].flatMap(([file, text]) => checkWorkflowJobs(file, text)),
  ...contents.flat(),
  ...checkCodeowners(await read(".github/CODEOWNERS"), files, critical.sort()),
];
process.stdout.write(problems.map((problem) => `✗ ${problem}\n`).join(""));

// Files outside of packages.
const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
const outside = [".github", ".changeset", "docs", "examples", "renovate"];
const atRoot = files.filter((file) => !file.includes("/"));
const biome = await execa("biome", ["check", "--no-errors-on-unmatched", ...outside, ...atRoot], options);
const [knip, circles] = await Promise.all([deadCode, importCircles]);
for (const { all } of [knip, circles]) if (all !== "") process.stdout.write(`${all}\n`);
const ended = [knip, biome, circles];
if (problems.length > 0 || ended.some(({ exitCode }) => exitCode !== 0)) process.exitCode = 1;
else process.stdout.write("✓ No problem in the repository.\n");
