import type { Bytes } from "./bytes.ts";
import type { Fault } from "./fault.ts";

/**
 * Sends bytes that need not be HTTP, and then FIN, RST, or nothing.
 * @param begin - default: when the request is complete
 */
export function sendBytes(
  bytes: Bytes,
  end: "close" | "reset" | "hang" = "close",
  begin: Fault["begin"] = "request",
): Fault {
  return { name: `bytes, ${end}`, begin, steps: [{ step: "write", bytes }, { step: end }] };
}
