import type { PreparedRequest } from "./prepare-request.ts";

/** What a call would send: checked as a call is, and not sent. */
export interface DryRun {
  readonly operationId: string;
  readonly method: string;
  /** The address, parameters and all. */
  readonly url: string;
  /** By name, without the one that carries the key: the key is not asked for. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it would go over the wire: JSON as text; `undefined` when there is none. */
  readonly body: BodyInit | undefined;
}

/** What a prepared request would send. */
export function dryRunOf({ operation, url, headers, body }: PreparedRequest): DryRun {
  const { operationId, method } = operation;
  return { operationId, method, url, headers, body };
}
