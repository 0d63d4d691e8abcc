import type { JsonObject } from "@np6/openapi-document";

/** The two documents, as both are read at the same time. */
export interface Documents {
  readonly vendor: JsonObject;
  readonly curated: JsonObject;
}
