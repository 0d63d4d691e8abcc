import { STATUS_CODES } from "node:http";

/** A status of the document and what HTTP calls it. */
export function statusTitle(status: string): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`.trim();
}
