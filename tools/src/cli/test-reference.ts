import { join } from "node:path";
import { execa } from "execa";
import { findChromium } from "../find-chromium.ts";
import { lockCheckout } from "../lock-checkout.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runTurbo } from "../run-turbo.ts";

/** `pnpm test:reference`: builds the API reference and looks at it in headless Chromium. Its last line is `N passed, N failed`. */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const built = await runTurbo(["build"], ["--filter=@np6/reference..."]);
  if (!built.every(({ passed }) => passed)) throw new Error("The page could not be built; see above.");
  const chromium = findChromium(say);
  if ("missing" in chromium) throw new Error(chromium.missing);
  const folder = join(repositoryRoot, "browser");
  // What drives the browser is installed by nothing else.
  await execa("pnpm", ["install", "--frozen-lockfile"], { cwd: folder });
  const settings = JSON.stringify({
    chromium,
    page: join(repositoryRoot, "packages/reference/dist/reference.html"),
    document: join(repositoryRoot, "packages/types/dist/openapi.json"),
    screenshots: join(folder, ".results"),
  });
  const { exitCode } = await execa("node", ["src/run.ts", settings], {
    cwd: folder,
    stdio: "inherit",
    reject: false,
  });
  return exitCode ?? 1;
}

const release = await lockCheckout(say);
try {
  process.exitCode = await run();
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
  process.exitCode = 1;
} finally {
  await release();
}
