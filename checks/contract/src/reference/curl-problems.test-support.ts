import { specDocument } from "../exchanges/independent-document.ts";
import type { RecordingProxy } from "../exchanges/recording-proxy.ts";
import { exchangeProblems } from "./exchange-problems.test-support.ts";
import { exchangesOf } from "./exchanges-of.test-support.ts";
import type { PageSample } from "./page-samples.test-support.ts";
import { runCurl } from "./run-curl.test-support.ts";

const server = (specDocument.servers as readonly { readonly url: string }[])[0]?.url ?? "";

/** Runs a curl sample of the page through a proxy. @returns its problems; empty when it calls as documented */
export async function curlProblems(proxy: RecordingProxy, sample: PageSample): Promise<string[]> {
  let problem: string | undefined;
  const exchanges = await exchangesOf(proxy, async () => {
    problem = await runCurl(sample.code, server, proxy.url);
  });
  return problem === undefined ? exchangeProblems(exchanges, sample) : [problem];
}
