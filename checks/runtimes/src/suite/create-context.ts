import type { ReceivedRequest } from "../rig/received-request.ts";
import type { Failure, SmokeContext, SuiteSettings, SuiteTools } from "./smoke-case.ts";
import { within } from "./within.ts";

/** Longer than any call of the suite, shorter than a run may hang. */
const callLimit = 10_000;

/** Makes the context of the cases. */
export function createContext(settings: SuiteSettings, tools: SuiteTools): SmokeContext {
  // Long and unusual, so that every occurrence is a leak.
  const apiKey = `key-of-the-rig-${settings.runtime.replace(" ", "-")}-7f3a9c`;
  const failures: Failure[] = [];

  const queryLedger = async (query: Record<string, string>): Promise<ReceivedRequest[]> => {
    const response = await fetch(`${settings.ledgerUrl}?${new URLSearchParams(query)}`);
    return (await response.json()) as ReceivedRequest[];
  };
  const isPreflight = ({ method }: ReceivedRequest): boolean => method === "OPTIONS";

  return {
    ...settings,
    ...tools,
    apiKey,
    failures,
    client: (options) =>
      tools.createClient({
        apiKey,
        baseUrl: settings.baseUrl,
        ...(settings.runtime === "Chromium" ? { dangerouslyAllowBrowser: true } : {}),
        ...options,
      }),
    failureOf: async (call) => {
      const outcome = await within(
        callLimit,
        call().then(
          (data) => ({ data }),
          (error: unknown) => ({ error }),
        ),
      );
      if (!("error" in outcome)) {
        throw new Error(`the call succeeded with ${JSON.stringify(outcome.data)}`);
      }
      const { error } = outcome;
      // Other errors are kept too, because the key must not be in them either.
      failures.push(error as Failure);
      if (!tools.isNp6Error(error)) throw new Error(`not a failure of the client: ${String(error)}`);
      return error as Failure;
    },
    received: async (id, until) =>
      (await queryLedger({ server: "api", id: String(id), ...(until ? { until } : {}) })).filter(
        (request) => !isPreflight(request),
      ),
    preflights: async (id) => (await queryLedger({ server: "api", id: String(id) })).filter(isPreflight),
    stolen: () => queryLedger({ server: "otherOrigin" }),
  };
}
