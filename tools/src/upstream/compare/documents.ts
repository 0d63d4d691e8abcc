import type { JsonObject } from "../document/json-object.ts";

/** The two documents, as both are read at the same time. */
export interface Documents {
  readonly vendor: JsonObject;
  readonly curated: JsonObject;
}
