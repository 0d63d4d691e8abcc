import { join } from "node:path";
import { startMock } from "@np6/api-mock";
import { browserResults, runInChromium } from "../run-in-chromium.ts";
import { checkMockPage } from "./check-mock-page.ts";
import { checkMockScreens, checkRestart } from "./check-mock-screens.ts";
import { checkRecording } from "./check-recording.ts";
import { recordTraffic } from "./record-traffic.ts";

// Uses the mock's status page, and replays a recording of the mock.

await runInChromium(async (browser) => {
  const recording = await recordTraffic(join(browserResults, "traffic.har"));
  let mock = await startMock();
  const url = `${mock.url}/`;
  const restart = async () => {
    mock = await startMock({ port: Number(new URL(url).port) });
  };
  try {
    const onPage = [
      ...(await checkMockPage(browser, url)),
      ...(await checkMockScreens(browser, url)),
      await checkRestart(browser, url, () => mock.close(), restart),
    ];
    return [
      ...onPage.map(({ name, problems }) => ({ name: `the mock's page ${name}`, problems })),
      await checkRecording(browser, recording),
    ];
  } finally {
    await mock.close();
  }
});
