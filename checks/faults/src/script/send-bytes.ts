import type { Bytes } from "./bytes.ts";
import type { Fault } from "./fault.ts";

/**
 * Answers with bytes that need not be HTTP, and then sends FIN, RST, or nothing more.
 * @param begin - default: when the request is whole
 */
export function sendBytes(
  bytes: Bytes,
  end: "close" | "reset" | "hang" = "close",
  begin: Fault["begin"] = "request",
): Fault {
  return { name: `bytes, ${end}`, begin, steps: [{ step: "write", bytes }, { step: end }] };
}
