import { STATUS_CODES } from "node:http";

/** A request that the mock itself refuses, before Prism sees it. */
export interface Refusal {
  readonly status: number;
  /** What came, the rule that it breaks, and the way out; one or more sentences. */
  readonly detail: string;
  /** Headers that the status calls for, such as Allow. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Marks an answer that comes from the mock itself, so that nobody takes it for one of the API's. */
export const mockHeader = "x-np6-mock";

/** The refusal's body: problem details for HTTP APIs (RFC 9457). */
export function refusalBody({ status, detail }: Refusal): string {
  return `${JSON.stringify({ type: "about:blank", title: STATUS_CODES[status] ?? "Refused", status, detail }, null, 2)}\n`;
}
