import type { createClient } from "@np6/api-client";
import type { createValidation } from "@np6/api-client/validate";
import type { ReceivedRequest } from "../rig/received-request.ts";
import type { RuntimeName } from "./runtime-name.ts";

type Client = ReturnType<typeof createClient>;
type ClientOptions = Parameters<typeof createClient>[0];

/** What the suite looks at in a failure of the client. */
export interface Failure extends Error {
  readonly kind: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attempts: number;
  readonly outcomeUnknown: boolean;
  readonly operationId?: string | undefined;
}

/** Where the servers of the rig are; plain data, so that it can be handed to another process or a page. */
export interface SuiteSettings {
  readonly runtime: RuntimeName;
  /** Faults by workflow id; every other id is passed on to the mock. With CORS headers. */
  readonly baseUrl: string;
  /** The same server without CORS headers. */
  readonly baseUrlWithoutCors: string;
  /** The same server on a port of its own for the cases about reused connections, so that no others are open. */
  readonly baseUrlForReuse: string;
  /** Nobody listens here. */
  readonly refusedUrl: string;
  /** Tells what the servers received. */
  readonly ledgerUrl: string;
}

/** What a runtime brings to the suite. */
export interface SuiteTools {
  readonly createClient: typeof createClient;
  readonly createValidation: typeof createValidation;
  readonly isNp6Error: (value: unknown) => boolean;
  /** The `isNp6Error` of the other build (`require`), where the runtime has one. */
  readonly isNp6ErrorOfOtherBuild?: ((value: unknown) => boolean) | undefined;
  /** How this runtime shows a value in a log, hidden fields included. */
  readonly inspect?: ((value: unknown) => string) | undefined;
  /** A fetch that the documentation recommends for this runtime. */
  readonly recommendedFetch?: ClientOptions["fetch"];
  /** What nobody handled since the suite began. */
  readonly unhandled: () => readonly string[];
}

/** What a case works with. */
export interface SmokeContext extends SuiteSettings, SuiteTools {
  readonly apiKey: string;
  /** A client of the rig; options come on top. */
  readonly client: (options?: Partial<ClientOptions>) => Client;
  /** Runs a call that has to fail, and checks and keeps what every failure must have. */
  readonly failureOf: (call: () => Promise<unknown>) => Promise<Failure>;
  /** Every failure of the cases before. */
  readonly failures: readonly Failure[];
  /** What the rig received for a workflow id; waits for the condition, though not for ever. */
  readonly received: (id: number, until?: "arrived" | "disconnected") => Promise<readonly ReceivedRequest[]>;
  /** The preflights (CORS) that the rig received for a workflow id. */
  readonly preflights: (id: number) => Promise<readonly ReceivedRequest[]>;
  /** What arrived at the server that redirects point to. */
  readonly stolen: () => Promise<readonly ReceivedRequest[]>;
}

interface CaseBase {
  readonly name: string;
  /** The runtimes that it concerns; all unless stated. */
  readonly only?: readonly RuntimeName[];
}

/** A promise of the client that holds on every runtime; throws when it is broken. */
export interface Check extends CaseBase {
  readonly check: (context: SmokeContext) => Promise<void>;
}

/** Something that the runtime decides, and that a known difference may change. */
export interface Observation extends CaseBase {
  readonly expected: string;
  readonly observe: (context: SmokeContext) => Promise<string>;
}

/** One line of the table. */
export type SmokeCase = Check | Observation;
