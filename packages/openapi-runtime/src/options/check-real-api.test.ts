import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { checkRealApi } from "./check-real-api.ts";

const server = "https://api.example.com/v1";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const spellings = [
  "https://api.example.com",
  "https://api.example.com/v1",
  "https://api.example.com/another/area",
  "https://api.example.com.",
  "https://api.example.com.:443/v1",
  "https://api.example.com:8443",
];

describe("in a test run", () => {
  test.each(spellings)("the spec's server is refused, however it is spelled (%s)", (baseUrl) => {
    expect(() => checkRealApi(baseUrl, server, false)).toThrow(
      "this is a test run, and the client would call the real API; set `baseUrl` to the address of a mock, " +
        "or `allowRealApi: true` if this test may reach real customers.",
    );
    expect(() => checkRealApi(baseUrl, server, true)).not.toThrow();
  });

  test.each(["http://127.0.0.1:4010", "https://api.example.com.example.org", "https://np6.example.com"])(
    "another server is not (%s)",
    (baseUrl) => {
      expect(() => checkRealApi(baseUrl, server, false)).not.toThrow();
      expect(() => checkRealApi(baseUrl, undefined, false)).not.toThrow();
      expect(() => checkRealApi(baseUrl, "/v1", false)).not.toThrow();
    },
  );

  test("the real API is never called without TLS", () => {
    expect(() => checkRealApi("http://api.example.com", server, true)).toThrow(
      "must use https: for the real API",
    );
  });
});

describe("EXAMPLE_REAL_API", () => {
  test.each(["never", "NEVER", " never "])(
    "as %j refuses the spec's server, whatever the options say",
    (value) => {
      vi.stubEnv("EXAMPLE_REAL_API", value);
      expect(() => checkRealApi(server, server, true, "EXAMPLE_REAL_API")).toThrow(
        "EXAMPLE_REAL_API=never forbids",
      );
      expect(() => checkRealApi("http://127.0.0.1:4010", server, true)).not.toThrow();
    },
  );

  test("with another value is refused, because a misspelt `never` must not allow it", () => {
    vi.stubEnv("EXAMPLE_REAL_API", "nevr");
    expect(() => checkRealApi(server, server, true, "EXAMPLE_REAL_API")).toThrow(
      "EXAMPLE_REAL_API must be `never` or not set",
    );
  });

  test("without a value says nothing", () => {
    vi.stubEnv("EXAMPLE_REAL_API", "");
    expect(() => checkRealApi(server, server, true, "EXAMPLE_REAL_API")).not.toThrow();
  });
});

describe("where the environment", () => {
  const refuse = () => {
    throw new Error("NotCapable: Requires env access");
  };
  const denying = new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse });
  test.each([
    ["is missing, as in a browser", undefined],
    ["may not be read, as on Deno", { env: denying }],
    ["is empty, as on workerd", { env: {} }],
    ["has no variables at all", {}],
  ])("%s, the spec's server is called", (_, process) => {
    vi.stubGlobal("process", process);
    let refusal: unknown;
    try {
      checkRealApi(server, server, false);
    } catch (error) {
      refusal = error;
    }
    vi.unstubAllGlobals();
    expect(refusal).toBeUndefined();
  });
});

/** The flag is experimental in Node 20 and 22. */
const isolation = process.allowedNodeEnvironmentFlags.has("--test-isolation")
  ? "--test-isolation=none"
  : "--experimental-test-isolation=none";

describe("a process of its own", () => {
  let folder: string;
  const module = JSON.stringify(import.meta.resolve("./check-real-api.ts"));
  const body = `
    let said = "called";
    try { checkRealApi("${server}", "${server}", false, "EXAMPLE_REAL_API"); } catch (error) { said = "refused"; }
    console.log("RESULT " + said);`;
  const program = `import { checkRealApi } from ${module};${body}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "np6-real-api-"));
    await writeFile(join(folder, "service.mjs"), program);
    await writeFile(join(folder, "service.test.mjs"), program);
    await writeFile(join(folder, "test.mjs"), program);
    // The file's name is not one of a test.
    await writeFile(join(folder, "latest.mjs"), program);
    await writeFile(
      join(folder, "in-node-test.mjs"),
      `import { test } from "node:test"; import { checkRealApi } from ${module}; test("t", () => {${body}});`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs without the environment variables of this test run. */
  const run = async (words: string[], env: Record<string, string> = {}) => {
    const { stdout } = await promisify(execFile)(process.execPath, words, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    });
    return /RESULT (\w+)/.exec(stdout)?.[1];
  };

  test("of a service calls the spec's server", async () => {
    expect(await run(["service.mjs"])).toBe("called");
    expect(await run(["service.mjs"], { NODE_ENV: "production", CI: "1" })).toBe("called");
    expect(await run(["latest.mjs"])).toBe("called");
  });

  test.each([
    ["NODE_ENV", "test"],
    ["VITEST", "true"],
    ["VITEST_WORKER_ID", "1"],
    ["JEST_WORKER_ID", "1"],
    ["NODE_TEST_CONTEXT", "child-v8"],
    ["TEST_WORKER_INDEX", "0"],
    ["EXAMPLE_REAL_API", "never"],
  ])("with %s=%s refuses it", async (name, value) => {
    expect(await run(["service.mjs"], { [name]: value })).toBe("refused");
  });

  test.each([
    ["node --test", ["--test", "--test-reporter=spec", "in-node-test.mjs"]],
    ["node --test in one process", ["--test", isolation, "--test-reporter=spec", "in-node-test.mjs"]],
    ["a test file by itself", ["service.test.mjs"]],
    ["a file called test", ["test.mjs"]],
  ])("refuses it under %s", async (_, words) => {
    expect(await run(words)).toBe("refused");
  });

  test("refuses it where a runner brings its functions and no variable", async () => {
    const code = `globalThis.describe = globalThis.it = () => {};await import(${JSON.stringify(join(folder, "service.mjs"))})`;
    expect(await run(["--input-type=module", "--eval", code])).toBe("refused");
  });
});
