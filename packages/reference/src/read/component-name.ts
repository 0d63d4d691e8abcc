import { isJsonObject } from "@np6/openapi-document";

/** The name of the component that a `$ref` points at, such as `Workflow`; undefined for anything else. */
export function componentName(value: unknown): string | undefined {
  if (!isJsonObject(value) || typeof value.$ref !== "string") return undefined;
  return /^#\/components\/\w+\/([^/]+)$/.exec(value.$ref)?.[1];
}
