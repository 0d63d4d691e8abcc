import { Np6Error } from "./np6-error.ts";

/** No answer came: the connection was refused, reset or never made. `cause` is what the fetch said. */
export class ConnectionError extends Np6Error {
  override readonly kind: "connection" = "connection";

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}
