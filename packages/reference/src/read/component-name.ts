import { isJsonObject } from "@np6/openapi-document";

/** Returns the name of the component that a `$ref` points at, for example `Workflow`; undefined for other values. */
export function componentName(value: unknown): string | undefined {
  if (!isJsonObject(value) || typeof value.$ref !== "string") return undefined;
  return /^#\/components\/\w+\/([^/]+)$/.exec(value.$ref)?.[1];
}
