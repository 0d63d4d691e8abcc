import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { copyRepository, type RepositoryCopy } from "./copy-repository.ts";

// Adding an area of the API is adding files to the spec. Nothing else may be needed, so nothing else is done here.
const files = join(import.meta.dirname, "second-area/spec");

const paths = `paths:
  /contacts/{contactId}:
    $ref: paths/contacts/by-id.yaml
`;
const tag = `tags:
  - name: Contact
    description: Somebody whom mail can reach.
`;

/** A consumer's program: uses the new area, and prints what went over the wire. */
const program = `import { createClient } from "@np6/api-client";
import { startMock } from "@np6/api-mock";
import type { Contact } from "@np6/api-types";
import { isUnknownContact, unrecognized } from "@np6/api-types/guards";

const seen: (string | null)[] = [];
const mock = await startMock();
const np6 = createClient({
  apiKey: "any",
  baseUrl: mock.url,
  fetch: async (url, init) => {
    const headers = new Headers(init.headers);
    const response = await fetch(url, init);
    seen.push(headers.get("content-type"), headers.get("accept"), response.headers.get("content-type"));
    return response;
  },
});
try {
  const contact: Contact = await np6.getContact({ path: { contactId: "000A1B2C" } });
  const email = contact.kind === "person" ? contact.email : isUnknownContact(contact) ? contact.anything : undefined;
  const robot: Contact = { kind: unrecognized("robot") };
  const { data } = await np6.PATCH("/contacts/{contactId}", { params: { path: { contactId: "000A1B2C" } }, body: robot });
  console.log(JSON.stringify({ email, kind: data?.kind, seen }));
} finally {
  await mock.close();
}
`;

let copy: RepositoryCopy;

const run = (command: string, ...args: string[]) =>
  execa(command, args, { cwd: copy.folder, reject: false, all: true });

beforeAll(async () => {
  copy = await copyRepository();
  await cp(files, join(copy.folder, "spec"), { recursive: true });
  const main = join(copy.folder, "spec/openapi.yaml");
  const document = await readFile(main, "utf8");
  await writeFile(main, document.replace(/^paths:\n/m, paths).replace(/^tags:\n/m, tag));
  await turbo("generate");
  await turbo("build", "lint", "test", "--filter=@np6/spec", "--filter=@np6/contract-tests");
});

/** Runs turbo tasks in the copy. The outputs of unchanged packages come from this checkout's cache. */
async function turbo(...tasks: string[]): Promise<void> {
  const cache = ["--cache-dir", join(repositoryRoot, ".turbo/cache"), "--output-logs=errors-only"];
  const { exitCode, all } = await run("pnpm", "exec", "turbo", "run", ...tasks, ...cache);
  expect(exitCode, all).toBe(0);
}

afterAll(() => copy?.remove());

test("only the spec and the generated files have changed", async () => {
  const changed = await copy.changedFiles();
  expect(changed).toEqual(
    expect.arrayContaining(["spec/openapi.yaml", "packages/types/src/generated/openapi.gen.ts"]),
  );
  expect(changed.filter((file) => !/^spec\/|\/src\/generated\/[^/]+\.gen\.ts$/.test(file))).toEqual([]);
});

test("the new area is called with its media type, typed, through client and mock", async () => {
  // A folder that git ignores, where the copy's packages are found.
  const folder = join(copy.folder, "packages/contract-tests/.results/second-area");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "program.ts"), program);
  const options =
    "--noEmit --strict --module nodenext --target es2022 --types node --skipLibCheck --moduleDetection force";
  const contracts = ["--filter", "@np6/contract-tests", "exec"];
  const checked = await run(
    "pnpm",
    ...contracts,
    "tsc",
    "--ignoreConfig",
    ...options.split(" "),
    join(folder, "program.ts"),
  );
  expect(checked.exitCode, checked.all).toBe(0);

  const { exitCode, all, stdout } = await run("pnpm", ...contracts, "node", join(folder, "program.ts"));
  expect(exitCode, all).toBe(0);
  const vendorType = "application/vnd.np6.cm.contact-v2";
  expect(JSON.parse(stdout)).toEqual({
    email: "ada@example.com",
    kind: "person",
    seen: [null, vendorType, vendorType, vendorType, vendorType, vendorType],
  });
});

test("the contract tests have walked through the new operations", async () => {
  const names = (await testNames()).filter((name) => name.includes("updateContact"));
  expect(names.length).toBeGreaterThan(20);
});

test("the reference page shows them, and what it shows was run", async () => {
  const names = await testNames();
  for (const sample of ["the curl commands of the page", "the TypeScript of the page"]) {
    const ofContacts = names.filter((name) => name.startsWith(sample) && name.includes("updateContact"));
    expect(ofContacts.length, sample).toBeGreaterThan(0);
  }
});

/** The names of the contract tests that passed in the copy. */
async function testNames(): Promise<string[]> {
  const file = join(copy.folder, "packages/contract-tests/.results/vitest.json");
  const report = JSON.parse(await readFile(file, "utf8")) as {
    testResults: { assertionResults: { fullName: string }[] }[];
  };
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName }) => fullName),
  );
}
