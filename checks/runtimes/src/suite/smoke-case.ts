import type { createClient } from "@np6/api-client";
import type { createValidation } from "@np6/api-client/validate";
import type { ReceivedRequest } from "../rig/received-request.ts";
import type { RuntimeName } from "./runtime-name.ts";

type Client = ReturnType<typeof createClient>;
type ClientOptions = Parameters<typeof createClient>[0];

/** The fields of a client's failure that the suite checks. */
export interface Failure extends Error {
  readonly kind: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attempts: number;
  readonly outcomeUnknown: boolean;
  readonly operationId?: string | undefined;
}

/** Addresses of the rig's servers, as plain data for another process or a page. */
export interface SuiteSettings {
  readonly runtime: RuntimeName;
  /** Server with faults by workflow id; other ids are forwarded to the mock. With CORS headers. */
  readonly baseUrl: string;
  /** The same server without CORS headers. */
  readonly baseUrlWithoutCors: string;
  /** The same server on its own port, for the cases about reused connections, so that no others are open. */
  readonly baseUrlForReuse: string;
  /** An address without a listener. */
  readonly refusedUrl: string;
  /** Server that returns the received requests. */
  readonly ledgerUrl: string;
}

/** The parts of the suite that depend on the runtime. */
export interface SuiteTools {
  readonly createClient: typeof createClient;
  readonly createValidation: typeof createValidation;
  readonly isNp6Error: (value: unknown) => boolean;
  /** The `isNp6Error` of the other build (`require`), if the runtime has one. */
  readonly isNp6ErrorOfOtherBuild?: ((value: unknown) => boolean) | undefined;
  /** The runtime's output of a value in a log, including hidden fields. */
  readonly inspect?: ((value: unknown) => string) | undefined;
  /** A fetch that the documentation recommends for this runtime. */
  readonly recommendedFetch?: ClientOptions["fetch"];
  /** Lists the unhandled errors since the start of the suite. */
  readonly unhandled: () => readonly string[];
}

/** The context of a case. */
export interface SmokeContext extends SuiteSettings, SuiteTools {
  readonly apiKey: string;
  /** Creates a client of the rig; options override its settings. */
  readonly client: (options?: Partial<ClientOptions>) => Client;
  /** Runs a call that must fail, checks the properties of every failure, and keeps it. */
  readonly failureOf: (call: () => Promise<unknown>) => Promise<Failure>;
  /** Every failure of the earlier cases. */
  readonly failures: readonly Failure[];
  /** Returns the requests for a workflow id, after a limited wait for the condition. */
  readonly received: (id: number, until?: "arrived" | "disconnected") => Promise<readonly ReceivedRequest[]>;
  /** Returns the preflights (CORS) for a workflow id. */
  readonly preflights: (id: number) => Promise<readonly ReceivedRequest[]>;
  /** Returns the requests at the target of redirects. */
  readonly stolen: () => Promise<readonly ReceivedRequest[]>;
}

interface CaseBase {
  readonly name: string;
  /** The runtimes that it concerns. Default: all. */
  readonly only?: readonly RuntimeName[];
}

/** A promise of the client for every runtime; throws when it is broken. */
export interface Check extends CaseBase {
  readonly check: (context: SmokeContext) => Promise<void>;
}

/** A behaviour of the runtime, which a known difference may change. */
export interface Observation extends CaseBase {
  readonly expected: string;
  readonly observe: (context: SmokeContext) => Promise<string>;
}

/** A line of the table. */
export type SmokeCase = Check | Observation;

export function checks(name: string, check: Check["check"]): Check {
  return { name, check };
}

export function observes(name: string, expected: string, observe: Observation["observe"]): Observation {
  return { name, expected, observe };
}
