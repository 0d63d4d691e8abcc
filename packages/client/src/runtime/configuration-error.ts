import { Np6Error } from "./np6-error.ts";

/** The client or a call was given something it must refuse; nothing was sent. */
export class ConfigurationError extends Np6Error {
  override readonly kind: "configuration" = "configuration";

  override get name(): "ConfigurationError" {
    return "ConfigurationError";
  }
}
