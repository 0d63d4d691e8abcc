import type { PreparedRequest } from "./prepare-request.ts";

/** The request of a call. It was checked like a call, but not sent. */
export interface DryRun {
  readonly operationId: string;
  readonly method: string;
  /** The URL with all parameters. */
  readonly url: string;
  /** Headers by name. The key's header is missing, because the key is not requested. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it would be sent: JSON as text; `undefined` when there is none. */
  readonly body: BodyInit | undefined;
}

/** Describes a prepared request. */
export function dryRunOf({ operation, url, headers, body }: PreparedRequest): DryRun {
  const { operationId, method } = operation;
  return { operationId, method, url, headers, body };
}
