import { type CatalogueRow, faultCatalogue, startOtherOrigin } from "@np6/fault-server";
import { afterAll, describe, expect, test } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { expectInvariants } from "./invariants.test-support.ts";
import { type Face, type FaultMethod, faces, faultMethods } from "./make-call.test-support.ts";
import { playRow, quickRetry } from "./play-row.test-support.ts";
import { watchProcess } from "./watch-process.test-support.ts";
import { watchTimers } from "./watch-timers.test-support.ts";

/**
 * Plays every row of the catalogue against clients.
 * @param fetch - the clients' fetch; default: the platform's
 */
export async function describeCatalogue(fetch?: Fetch): Promise<void> {
  // Node loads its fetch on first use. On a busy machine, that takes longer than the short deadlines of these calls.
  await (await globalThis.fetch("data:,")).text();
  watchTimers();
  const { incidents, stop } = watchProcess();
  const otherOrigin = await startOtherOrigin();
  afterAll(async () => {
    stop();
    await otherOrigin.close();
  });

  const rows = faultCatalogue({
    contentType: "application/json",
    json: '{"done":true}',
    otherOrigin: otherOrigin.url,
    secret: exampleKey,
    bombBytes: 16 * 2 ** 20,
  });

  const cases = rows.flatMap((row, index) =>
    faultMethods.map((method, offset): [string, CatalogueRow, FaultMethod, Face] => {
      // Both faces play every group. Each row is played by both, once with GET and once with POST.
      const face = faces[(index + offset) % 2] ?? "by operation";
      return [`${method} ${face}, ${row.group}: ${row.name}`, row, method, face];
    }),
  );

  describe("the invariants hold for", () => {
    test.concurrent.each(cases)("%s", async (_name, row, method, face) => {
      const played = await playRow(row, method, face, { fetch });
      expectInvariants(played);
      if (row.group === "cut-reused" && row.name.includes("connection in use")) {
        expect(played.requests[0]).toMatchObject({ connection: 1, ordinal: 2 });
      }
      // I2: the client did not follow the redirect.
      expect({ connections: otherOrigin.connections, received: otherOrigin.received }).toEqual({
        connections: 0,
        received: "",
      });
      // I6, checked so far; the final check is below.
      expect(incidents).toEqual([]);
    });
  });

  describe("the invariants hold for a POST whose caller lets it repeat although it may have run, and", () => {
    const retry = { ...quickRetry, nonIdempotentWhenUnknown: true };
    test.concurrent.each(rows.map((row): [string, CatalogueRow] => [`${row.group}: ${row.name}`, row]))(
      "%s",
      async (_name, row) => {
        expectInvariants(await playRow(row, "POST", "by operation", { retry, fetch }));
      },
    );
  });

  test("nothing went unhandled, and nobody warned", async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(incidents).toEqual([]);
  });
}
