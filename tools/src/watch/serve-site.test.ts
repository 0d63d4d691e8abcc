import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedSite, serveSite } from "./serve-site.ts";

let parent: string;
let site: ServedSite;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "np6-serve-"));
  await mkdir(join(parent, "site/reference"), { recursive: true });
  await writeFile(join(parent, "secret.md"), "secret");
  await writeFile(join(parent, "site/index.html"), "start");
  await writeFile(join(parent, "site/reference/index.html"), "reference");
  site = await serveSite(join(parent, "site"), 0, "/docs/");
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await rm(parent, { recursive: true, force: true });
});

/** Requests an unresolved path, which fetch would resolve. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(site.origin, { path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once("error", reject)
      .end();
  });
}

test("pages are below the base, and a folder is its first page", async () => {
  expect(await (await fetch(`${site.origin}/docs/`)).text()).toBe("start");
  expect(await (await fetch(`${site.origin}/docs/reference/`)).text()).toBe("reference");
  expect(await statusOf("/index.html")).toBe(404);
  expect(await statusOf("/docz/reference/")).toBe(404);
  expect(await statusOf("/docs/gone.html")).toBe(404);
});

test.each([
  "/docs/../secret.md",
  "/docs/%2e%2e/secret.md",
  "/docs/..%2fsecret.md",
  "/docs/%2e%2e%2fsecret.md",
  "/docs/%",
  "/docs/%ff",
])("no path leads out of the folder: %s", async (path) => {
  expect(await statusOf(path)).toBe(404);
});

test("it listens on this machine alone", () => {
  expect(site.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
