import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

const prism = createRequire(import.meta.url).resolve("@stoplight/prism-http");

/** Loads Prism's generator in a process of its own, and lists the languages of faker that it loaded along. */
function loadedLanguages(...preload: readonly string[]): readonly string[] {
  const code = `require(${JSON.stringify(prism)});
    const languages = Object.keys(require.cache).map((file) => /faker.dist.cjs.locales.(\\w+).index.js$/.exec(file)?.[1]);
    console.log([...new Set(languages)].filter(Boolean).join(" "));
    process.exit();`;
  const { stdout } = spawnSync(process.execPath, [...preload, "--eval", code], { encoding: "utf8" });
  return stdout.trim().split(" ");
}

test("Prism starts with one of faker's languages, where it loads all by itself", () => {
  const guard = new URL("./exit-with-parent.ts", import.meta.url).href;
  expect(loadedLanguages("--import", guard)).toEqual(["en"]);
  expect(loadedLanguages().length).toBeGreaterThan(40);
});
