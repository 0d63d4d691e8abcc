import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import { reportAdvisories } from "./report-advisories.ts";

/** Runs the real pnpm with a registry that sends this response. */
async function auditWith(status: number, advisories: unknown) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(advisories));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const options = { cwd: repositoryRoot, reject: false } as const;
  return reportAdvisories((await execa("pnpm", ["audit", "--json", "--registry", registry], options)).stdout);
}

const advisory = (severity: string) => ({
  "openapi-fetch": [
    { id: 1, url: "https://example.com/1", title: "Bad thing", severity, vulnerable_versions: "<1.0.0" },
  ],
});

test("a registry that knows of nothing is reported as such", async () => {
  expect(await auditWith(200, {})).toMatchObject({ state: "none", urgent: false });
});

test("an advisory is reported with its package, its way in and what to do", async () => {
  const { state, urgent, lines } = await auditWith(200, advisory("high"));
  expect({ state, urgent }).toEqual({ state: "some", urgent: true });
  // Two packages depend on it; pnpm names one of the paths.
  expect(lines.join("\n")).toMatch(
    /high: openapi-fetch <1\.0\.0: Bad thing.*\n.*packages__(?:api-client|openapi-runtime)>.*pin that version/,
  );
});

test("a moderate advisory is reported, but can wait", async () => {
  expect(await auditWith(200, advisory("moderate"))).toMatchObject({ state: "some", urgent: false });
});

test("a registry that refuses to answer is not taken for a good answer", async () => {
  const { state, lines } = await auditWith(405, {});
  expect(state).toBe("unknown");
  expect(lines[0]).toMatch(/^NOT CHECKED/);
});
