import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { SpecRepository } from "./spec-repository.test-support.ts";

const name = "@np6/api-types";

/** Configures a registry for the repository, with the given versions of the package, or without the package. */
export async function useRegistry({ write }: SpecRepository, versions: readonly string[]): Promise<void> {
  const server = createServer((_request, response) => {
    const entries = versions.map((version) => [
      version,
      { name, version, dist: { tarball: "http://127.0.0.1/" } },
    ]);
    response.statusCode = versions.length === 0 ? 404 : 200;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name, "dist-tags": {}, versions: Object.fromEntries(entries) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  await write(".npmrc", `@np6:registry=http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
}
