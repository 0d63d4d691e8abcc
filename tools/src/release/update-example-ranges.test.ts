import { expect, test } from "vitest";
import { updateExampleRanges } from "./update-example-ranges.ts";

test("ranges of our packages follow the version, and nothing else changes", () => {
  const manifest =
    '{\n  "dependencies": { "@np6/api-client": "^0.1.0", "fastify": "^5.0.0", "@np6/other": "^1.0.0" }\n}\n';
  expect(updateExampleRanges(manifest, new Map([["@np6/api-client", "1.2.0"]]))).toBe(
    manifest.replace("^0.1.0", "^1.2.0"),
  );
});
