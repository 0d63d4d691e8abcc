import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createClient } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import type { JsonObject } from "@np6/openapi-document";
import manifest from "../package.json" with { type: "json" };
import type { AnyClient } from "./cli/command-api.ts";
import { runCli } from "./cli/run-cli.ts";
import { api } from "./generated/operations.gen.ts";

// A reader that closes the pipe, such as head, must not end a call in the middle.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const document = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    table: api,
    document: JSON.parse(readFileSync(document, "utf8")) as JsonObject,
    version: manifest.version,
    connect: ({ isChecked, ...options }) => {
      const validation = isChecked
        ? { validation: createValidation({ requests: true, workflows: true }) }
        : {};
      return createClient({ ...options, ...validation }) as unknown as AnyClient;
    },
  },
  {
    stdin: process.stdin,
    out: (content) => void process.stdout.write(content),
    printMessage: (text) => void process.stderr.write(text),
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    environment: process.env,
    onInterrupt: (listener) => {
      const signals = ["SIGINT", "SIGTERM"] as const;
      for (const signal of signals) process.on(signal, listener);
      return () => {
        for (const signal of signals) process.off(signal, listener);
      };
    },
  },
);
