import { STATUS_CODES } from "node:http";

/** Returns a status of the document with its name in HTTP. */
export function statusTitle(status: string): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`.trim();
}
