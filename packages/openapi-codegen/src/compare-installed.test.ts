import { once } from "node:events";
import { mkdir, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { parseArguments } from "./cli/parse-arguments.ts";
import { CodegenError } from "./codegen-error.ts";
import { compareInstalled } from "./compare-installed.ts";
import { runCommandLine } from "./testing/run-command-line.test-support.ts";
import { shopDocument } from "./testing/shop-document.test-support.ts";
import { temporaryFolder } from "./testing/temporary-folder.test-support.ts";

const shopJson = JSON.stringify(parse(shopDocument));

/** Makes a project with an installed client, whose types package contains the shop's document. */
function project(spec: string): Promise<string> {
  return temporaryFolder({
    "spec.yaml": spec,
    "node_modules/@shop/client/package.json": JSON.stringify({
      version: "1.2.0",
      dependencies: { "@shop/types": "1.2.0" },
    }),
    "node_modules/@shop/types/package.json": JSON.stringify({
      version: "1.2.0",
      exports: { "./openapi.json": "./dist/openapi.json" },
    }),
    "node_modules/@shop/types/dist/openapi.json": shopJson,
    "node_modules/plain/package.json": "{}",
  });
}

const compare = (folder: string, spec = path.join(folder, "spec.yaml"), against = "@shop/client") =>
  compareInstalled(against, spec, folder);

/** Starts a server that sends the same response to every request, on a free port of this machine. */
async function serve(status: number, text: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((_request, response) => void response.writeHead(status, headers).end(text));
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
}

describe("an installed package compared with a document", () => {
  it("is the same when it was generated from it, in whatever notation", async () => {
    const { installed, identical, differences } = await compare(await project(shopDocument));
    expect({ identical, differences }).toEqual({ identical: true, differences: [] });
    expect(installed).toMatchObject({ name: "@shop/client", version: "1.2.0", shippedBy: "@shop/types" });
  });

  it("can be compared with a document behind a URL", async () => {
    expect(await compare(await project(""), await serve(200, shopDocument))).toMatchObject({
      identical: true,
    });
  });

  it("matches when only text, examples or order differ", async () => {
    const spec = shopDocument
      .replace("description: What was bought.", "description: What was ordered.")
      .replace(/ {8}kind: (.*)\n {8}details: (.*)\n/, "        details: $2\n        kind: $1\n");
    expect(spec).toMatch(/ordered[\s\S]*details:.*\n.*kind:/);
    expect(await compare(await project(spec))).toMatchObject({ identical: false, differences: [] });
  });

  it.each([
    [
      "a new operation",
      (spec: string) => spec.replace("put:\n", "get: { operationId: search, responses: {} }\n    put:\n"),
      "`search` is new.",
    ],
    [
      "an operation that is gone",
      (spec: string) => spec.replace(/ {2}\/search:[\s\S]*?(?=components:)/, ""),
      "Path `/search` was removed.",
    ],
    [
      "another media type",
      (spec: string) => spec.replaceAll("order-v2", "order-v3"),
      "`application/vnd.example.order-v2` became `application/vnd.example.order-v3` in the request of `createOrder`.",
    ],
    [
      "another type of a property",
      (spec: string) => spec.replace("[private, business]", "[private]"),
      '`kind` of `Order` lost values: `"business"`.',
    ],
    [
      "another server",
      (spec: string) => spec.replace("default: api", "default: eu"),
      "Calls go to `https://eu.example.com` by default; they went to `https://api.example.com`.",
    ],
  ])("does not match %s", async (_what, change, difference) => {
    const spec = change(shopDocument);
    expect(spec).not.toBe(shopDocument);
    expect((await compare(await project(spec))).differences).toContain(difference);
  });

  it("cannot be compared when something is missing or unfit, and the reason is given", async () => {
    const folder = await project(shopDocument);
    const broken = await serve(200, "openapi: [");
    const unreachable = await serve(404, "");
    const cases = [
      [() => compare(folder, undefined, "@shop/other"), "@shop/other is not installed here"],
      [() => compare(folder, undefined, "plain"), "exports ./openapi.json"],
      [() => compare(folder, undefined, "../plain"), "no name of a package"],
      [() => compare(folder, path.join(folder, "gone.yaml")), "there is no such file"],
      [() => compare(folder, unreachable), "cannot be fetched: the server answers 404; download"],
      [() => compare(folder, broken), `${broken}:2:1: this cannot be parsed`],
      [() => compare(folder, "http://example.com/openapi.yaml"), "must use https:"],
      [() => compare(folder, "https://user@example.com/openapi.yaml"), "must not contain credentials"],
    ] as const;
    for (const [attempt, message] of cases) {
      const error = await attempt().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(CodegenError);
      expect(String(error)).toContain(message);
    }
  });

  it("is found behind a link, with its dependencies", async () => {
    const folder = await project(shopDocument);
    await linkClient(folder);
    const comparison = compareInstalled(
      "@shop/client",
      path.join(folder, "spec.yaml"),
      path.join(folder, "app"),
    );
    expect(await comparison).toMatchObject({ identical: true });
  });
});

describe("np6-codegen check --against", () => {
  const check = (folder: string, spec: string) =>
    runCommandLine(["check", "--against", "@shop/client", "--spec", spec], folder);

  it("exits 0 for a match, 1 for a difference, 2 when it cannot tell", async () => {
    const folder = await project(shopDocument.replace("[private, business]", "[private]"));
    expect(await check(folder, "node_modules/@shop/types/dist/openapi.json")).toEqual({
      code: 0,
      stdout: "@shop/client 1.2.0 was generated from this very document\n",
      stderr: "",
    });
    expect(await check(folder, "spec.yaml")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        '@shop/client 1.2.0 does not match spec.yaml:\n  `kind` of `Order` lost values: `"business"`.\n' +
        '  `kind` of `Order` has lost values that code may name: `"business"`.\n' +
        "Upgrade @shop/client; if its newest version does not match either, tell its maintainers, who generate it.\n",
    });
    expect(await check(folder, "gone.yaml")).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: gone.yaml: there is no such file\n",
    });
  });

  it.each([
    [["generate", "--against", "@shop/client", "--spec", "a"], "--against only goes with check"],
    [["check", "--against", "@shop/client", "--spec", "a", "--types", "b"], "leave out --types"],
    [["check", "--against", "@shop/client"], "--spec is missing"],
  ])("refuses %j", (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message);
  });
});

/** Installs the client in a subfolder too, by a symbolic link like pnpm. */
async function linkClient(folder: string): Promise<void> {
  const scope = path.join(folder, "app/node_modules/@shop");
  await mkdir(scope, { recursive: true });
  await symlink(path.join(folder, "node_modules/@shop/client"), path.join(scope, "client"));
}
