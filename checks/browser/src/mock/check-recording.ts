import type { Browser, Page } from "playwright-core";
import type { CheckResult } from "../check-page.ts";

/** Traffic that the mock recorded, and what was seen of it when it was. */
export interface RecordedTraffic {
  /** The HAR file. */
  readonly file: string;
  /** The first is one that a page can be opened by. */
  readonly exchanges: readonly RecordedExchange[];
}

/** A request, and the answer that came. */
interface RecordedExchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly answer: string;
}

const name = "the browser replays what the mock recorded";

/**
 * Replays a recording in the browser, as a front end's tests would (Playwright's `routeFromHAR`). The server that it was recorded of is
 * gone, so only the recording can answer.
 */
export async function checkRecording(
  browser: Browser,
  { file, exchanges }: RecordedTraffic,
): Promise<CheckResult> {
  await using page = await browser.newPage();
  try {
    await page.routeFromHAR(file, { notFound: "abort" });
    await page.goto(exchanges[0]?.url ?? "");
    const problems: string[] = [];
    for (const exchange of exchanges) problems.push(...(await problemsOf(page, exchange)));
    return { name, problems };
  } catch (error) {
    return { name, problems: [String(error)] };
  }
}

async function problemsOf(page: Page, exchange: RecordedExchange): Promise<string[]> {
  const { status, answer } = await page.evaluate(async ({ url, method, headers, body = null }) => {
    const response = await fetch(url, { method, headers, body });
    return { status: response.status, answer: await response.text() };
  }, exchange);
  if (status === exchange.status && answer === exchange.answer) return [];
  return [`${exchange.method} ${exchange.url} is answered with ${status} ${answer}`];
}
