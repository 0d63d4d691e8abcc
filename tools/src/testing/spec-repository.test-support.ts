import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import type { CommandContext } from "../repository/command-context.ts";

/** A repository with a spec, for tests of the spec's commands. */
export interface SpecRepository {
  readonly root: string;
  readonly context: CommandContext;
  /** Everything written to standard output and standard error so far. */
  readonly output: { out: string; err: string };
  readonly write: (file: string, text: string) => Promise<void>;
  readonly commit: (tag?: string) => Promise<void>;
}

/** Makes the document of the repository: one operation whose response has the given properties. */
export function specText(properties: string): string {
  return `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /things:
    $ref: paths/things.yaml
components:
  schemas:
    Thing: { type: object, properties: ${properties} }
`;
}

const pathText = `get:
  operationId: getThing
  responses:
    "200":
      description: A thing.
      content:
        application/json: { schema: { $ref: "../openapi.yaml#/components/schemas/Thing" } }
`;

/**
 * Makes a git repository with a committed spec and a types package, and removes it after the test.
 * @param version - version of the types package
 */
export async function specRepository(version: string): Promise<SpecRepository> {
  const root = await mkdtemp(join(tmpdir(), "np6-spec-repository-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const output = { out: "", err: "" };
  const context: CommandContext = {
    repository: root,
    cwd: root,
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
    },
  };
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  const git = (...words: string[]) =>
    execa(
      "git",
      ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...words],
      {
        cwd: root,
      },
    );
  const commit = async (tag?: string) => {
    await git("add", "-A");
    await git("commit", "--quiet", "--allow-empty", "--message", "change");
    if (tag !== undefined) await git("tag", tag);
  };
  await git("init", "--quiet", "--initial-branch=main");
  await write("package.json", '{ "name": "small", "private": true }\n');
  await write("packages/api-types/package.json", JSON.stringify({ name: "@np6/api-types", version }));
  await write(".changeset/config.json", "{}\n");
  await write("spec/openapi.yaml", specText("{ a: { type: string }, b: { type: string } }"));
  await write("spec/paths/things.yaml", pathText);
  await commit();
  return { root, context, output, write, commit };
}
