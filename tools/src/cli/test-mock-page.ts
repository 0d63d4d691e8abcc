import { join } from "node:path";
import { execa } from "execa";
import { findChromium } from "../find-chromium.ts";
import { lockCheckout } from "../lock-checkout.ts";
import { recordTraffic } from "../record-traffic.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runTurbo } from "../run-turbo.ts";

/** `pnpm test:mock-page`: uses the mock's status page in headless Chromium. It replays a recording of the mock there, too. Its last line is `N passed, N failed`. */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const built = await runTurbo(["build"], ["--filter=@np6/api-mock..."]);
  if (!built.every(({ passed }) => passed)) throw new Error("The mock could not be built; see above.");
  const chromium = findChromium(say);
  if ("missing" in chromium) throw new Error(chromium.missing);
  const folder = join(repositoryRoot, "browser");
  // What drives the browser is installed by nothing else.
  await execa("pnpm", ["install", "--frozen-lockfile"], { cwd: folder });
  // Not at the top: it is there only now.
  const { startMock } = await import("@np6/api-mock");
  const screenshots = join(folder, ".results");
  const recording = await recordTraffic(join(screenshots, "traffic.har"));
  const mock = await startMock();
  try {
    const settings = JSON.stringify({ chromium, url: `${mock.url}/`, screenshots, recording });
    const options = { cwd: folder, stdio: "inherit", reject: false } as const;
    const { exitCode } = await execa("node", ["src/run-mock-page.ts", settings], options);
    return exitCode ?? 1;
  } finally {
    await mock.close();
  }
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
