import type { JsonObject } from "@np6/openapi-document";
import type { ApiDescription, DryRun } from "@np6/openapi-runtime";

/** Input of an operation's call. */
export interface CallInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

/** A client whose operations are called by name. */
export interface AnyClient {
  readonly dryRun: Readonly<Record<string, (input: CallInput) => Promise<DryRun>>>;
  readonly [operation: string]: unknown;
}

/** The API that the command calls; its only source of facts about operations. */
export interface CommandApi {
  readonly table: ApiDescription & { readonly title: string; readonly version: string };
  /** The document from which the table was generated. */
  readonly document: JsonObject;
  /** Version of the package. */
  readonly version: string;
  readonly connect: (options: {
    readonly apiKey: () => string;
    readonly baseUrl: string | undefined;
    /** Whether bodies are validated against the document before they are sent. */
    readonly isChecked: boolean;
  }) => AnyClient;
}
