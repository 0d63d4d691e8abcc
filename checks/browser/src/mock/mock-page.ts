import { join } from "node:path";
import { startMock } from "@np6/api-mock";
import { browserResults, runInChromium } from "../run-in-chromium.ts";
import { checkMockPage } from "./check-mock-page.ts";
import { checkRecording } from "./check-recording.ts";
import { recordTraffic } from "./record-traffic.ts";

// Uses the mock's status page, and replays a recording of the mock.

await runInChromium(async (browser) => {
  const recording = await recordTraffic(join(browserResults, "traffic.har"));
  const mock = await startMock();
  try {
    const onPage = await checkMockPage(browser, `${mock.url}/`, join(browserResults, "mock-page.png"));
    return [
      ...onPage.map(({ name, problems }) => ({ name: `the mock's page ${name}`, problems })),
      await checkRecording(browser, recording),
    ];
  } finally {
    await mock.close();
  }
});
