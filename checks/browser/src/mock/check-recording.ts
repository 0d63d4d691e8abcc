import type { Browser, Page } from "playwright-core";
import type { CheckResult } from "../check-page.ts";

/** Traffic that the mock recorded, and its exchanges as they were observed. */
export interface RecordedTraffic {
  /** The HAR file. */
  readonly file: string;
  /** The exchanges; the browser can open the first as a page. */
  readonly exchanges: readonly RecordedExchange[];
}

/** A request and its response. */
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
 * Replays a recording in the browser, like a front end's tests (Playwright's `routeFromHAR`). The recorded server has
 * ended, so only the recording can respond.
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
