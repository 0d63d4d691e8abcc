// A program that transcribes speech by Rev.ai: a vendor's media type, plain text, error responses.
// Usage: node program.ts URL

import assert from "node:assert/strict";
import { api } from "./operations.gen.ts";
import {
  type CloseMethods,
  createApiClient,
  createFailures,
  type FetchMethods,
  type OperationMethods,
} from "./runtime.ts";
import type { operations, paths } from "./types.gen.ts";

type Client = OperationMethods<operations, typeof api> & FetchMethods<paths, typeof api> & CloseMethods;

const [baseUrl] = process.argv.slice(2);
const failures = createFailures({ name: "RevError", marker: "rev/error", label: "rev" });
const seen: { accept: string | null; type: string | null }[] = [];
const rev = createApiClient<Client>(
  { api, failures, packageName: "rev" },
  {
    apiKey: () => "a-token",
    baseUrl,
    fetch: async (url, init) => {
      const answer = await globalThis.fetch(url, init);
      seen.push({
        accept: new Headers(init.headers).get("accept"),
        type: answer.headers.get("content-type"),
      });
      return answer;
    },
  },
);
const vendorType = "application/vnd.rev.transcript.v1.0+json";
const path = { id: "a-job" };

const transcript = await rev.GetTranscriptById({ path });
assert.deepEqual(seen.at(-1), { accept: vendorType, type: vendorType });
assert.ok(typeof transcript === "object" && Array.isArray(transcript.monologues));
const text: string = await rev.GetTranscriptById({ path, accept: "text/plain" });
assert.equal(typeof text, "string");
assert.equal(seen.at(-1)?.accept, "text/plain");

const { data: job, error } = await rev.POST("/jobs", { body: { media_url: "https://example.com/a.mp3" } });
if (error) throw error;
assert.equal(typeof job.id, "string");

await assert.rejects(rev.GetJobById({ path: { id: "../account" } }), failures.ConfigurationError);
const otherFailures = createFailures({ name: "OtherError", marker: "other/error", label: "other" });
const refused: unknown = await rev.GetJobById({ path: { id: ".." } }).catch((error: unknown) => error);
assert.deepEqual([failures.isFailure(refused), otherFailures.isFailure(refused)], [true, false]);
await rev.close();
