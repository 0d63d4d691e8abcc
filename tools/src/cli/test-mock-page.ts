import { join } from "node:path";
import { browserResults, driveBrowser } from "../drive-browser.ts";
import { recordTraffic } from "../record-traffic.ts";
import { runCounted, type Say } from "../turbo/run-counted.ts";

/** `pnpm test:mock-page`: uses the mock's status page in headless Chromium. It replays a recording of the mock there, too. Its last line is `N passed, N failed`. */
const work = async (say: Say): Promise<number> => {
  // Not at the top: it is there only now.
  const { startMock } = await import("@np6/api-mock");
  const recording = await recordTraffic(join(browserResults, "traffic.har"));
  const mock = await startMock();
  try {
    return await driveBrowser("src/run-mock-page.ts", { url: `${mock.url}/`, recording }, say);
  } finally {
    await mock.close();
  }
};

await runCounted(["@np6/api-mock"], work, "released");
