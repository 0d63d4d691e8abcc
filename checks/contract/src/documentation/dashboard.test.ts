import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@np6/api-client";
import { createTelemetry } from "@np6/api-client/opentelemetry";
import { startMock } from "@np6/api-mock";
import { type MeterProvider, metrics } from "@opentelemetry/api";
import { expect, onTestFinished, test } from "vitest";
import { readTables } from "./read-tables.test-support.ts";

const page = join(import.meta.dirname, "../../../../docs/observability.md");

/** Converts a name to Prometheus's form. */
const written = (name: string): string => name.replaceAll(".", "_");

test("the queries of the dashboard name what a client measures, and all of it", async () => {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const provider = {
    getMeter: () => ({
      createHistogram: (name: string) => ({
        record: (_value: number, labels: object = {}) => {
          names.add(written(name));
          for (const key of Object.keys(labels)) attributes.add(written(key));
        },
      }),
    }),
  };
  metrics.setGlobalMeterProvider(provider as unknown as MeterProvider);
  onTestFinished(() => metrics.disable());
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const baseUrl = mock.url;
  const np6 = createClient({ apiKey: "any", baseUrl, ...createTelemetry({ baseUrl }) });
  const execute = () =>
    np6.executeWorkflow({ path: { id: 42 }, body: { receiver: { type: "id", value: "A" } } });
  await execute();
  mock.scenario("conflict-empty");
  await expect(execute()).rejects.toMatchObject({ status: 409 });

  const tables = readTables(await readFile(page, "utf8"));
  const table = tables.find(({ heading }) => heading === "A dashboard");
  const queries = (table?.rows ?? []).map(([, query = ""]) => query);
  expect(queries.length).toBeGreaterThanOrEqual(5);
  const used = queries.flatMap((query) => query.match(/[a-z0-9]+(?:_[a-z0-9]+)+/g) ?? []);
  const queried = used
    .filter((word) => word !== "histogram_quantile")
    .map((word) => word.replace(/_(?:bucket|count)$/, ""));
  expect(queried.filter((word) => !names.has(word) && !attributes.has(word))).toEqual([]);
  expect([...names].filter((name) => !queried.includes(name))).toEqual([]);
});
