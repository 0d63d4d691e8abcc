import type { JsonObject } from "@np6/openapi-document";
import type { ApiDescription, DryRun } from "@np6/openapi-runtime";

/** What an operation is called with. */
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

/** An API that the command calls. All that it knows of operations comes from here. */
export interface CommandApi {
  readonly table: ApiDescription & { readonly title: string; readonly version: string };
  /** The document that the table was made from. */
  readonly document: JsonObject;
  /** The package's. */
  readonly version: string;
  readonly connect: (options: {
    readonly apiKey: () => string;
    readonly baseUrl: string | undefined;
    /** Whether bodies are compared with the document before they are sent. */
    readonly isChecked: boolean;
  }) => AnyClient;
}
