import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { findSecrets } from "./find-secrets.ts";

// The values are split here, so that this file does not contain a secret.
const key = ["7f3a91c0", "d2e4b8a6"].join("");
const token = ["npm", "a1".repeat(18)].join("_");
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

test.each([
  ["our key in a header", "call.sh", `curl -H "X-Key: ${key}"`, key],
  ["our key as an option", "call.ts", `createClient({ apiKey: "${key}" })`, key],
  ["our key in the environment", ".env", `NP6_API_KEY=${key}`, key],
  ["our key in JSON", "request.json", `{ "X-Key": "${key}" }`, key],
  ["a registry's token", ".npmrc", `//example.com/:_authToken=${token}`, token],
  ["a token of GitHub", "a.yml", `token: ghp_${"aB3dE5".repeat(6)}`, "aB3dE5aB3dE5"],
  ["a private key", "server.pem", privateKey, privateKey.slice(40, 80)],
])("%s is found, and not repeated", async (_what, file, text, secret) => {
  const problems = await findSecrets(file, `\n${text}\n`);
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem).toMatch(/^[\w.]+:2: contains a secret .* have its issuer replace it/);
    expect(problem).not.toContain(secret);
  }
});

test.each([
  "apiKey: process.env.NP6_API_KEY,",
  'createClient({ apiKey: "example-key" })',
  "export NP6_API_KEY=$" + "{KEY}",
  "//example.com/:_authToken=$" + "{NODE_AUTH_TOKEN}",
  'securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-Key" } }',
])("%s is no secret", async (text) => {
  expect(await findSecrets("file.ts", text)).toEqual([]);
});
