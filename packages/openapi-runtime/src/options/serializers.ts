import type { FailureContext } from "../failures/failure.ts";
import { checkOptions, checkValues, type OptionRule } from "./check-options.ts";

/** Format of query parameters in openapi-fetch, when the spec differs from its default. */
export interface QuerySerializerOptions {
  readonly array?: { readonly style: "form" | "spaceDelimited" | "pipeDelimited"; readonly explode: boolean };
  readonly object?: { readonly style: "form" | "deepObject"; readonly explode: boolean };
  /** Do not encode reserved characters. */
  readonly allowReserved?: boolean;
}

/** openapi-fetch's options for writing the parts of a request. */
export interface Serializers {
  /** Writes query parameters, with or without a leading question mark; or the format for openapi-fetch. */
  readonly querySerializer?:
    | ((query: Record<string, unknown>) => string)
    | QuerySerializerOptions
    | undefined;
  /** Fills the path template, which is appended to `baseUrl`. Values are checked before. */
  readonly pathSerializer?: ((template: string, values: Record<string, unknown>) => string) | undefined;
  /**
   * Writes a body: a string, or a value that `fetch` can send again (Blob, ArrayBuffer, FormData, URLSearchParams). The
   * media type remains the spec's.
   */
  readonly bodySerializer?: ((body: unknown, headers: Record<string, string>) => BodyInit) | undefined;
}

/** Names of the options. */
export const serializerNames: readonly string[] = ["querySerializer", "pathSerializer", "bodySerializer"];

const rules: Readonly<Record<string, OptionRule>> = {
  pathSerializer: "function",
  bodySerializer: "function",
};

/**
 * Merges a client's or a call's serializers into others.
 * @param before - values for missing options
 * @throws Refusal that names the option and its rule
 */
export function resolveSerializers(
  before: Serializers,
  options: Serializers,
  context?: FailureContext,
): Serializers {
  const { querySerializer, pathSerializer, bodySerializer } = options;
  if ((querySerializer ?? pathSerializer ?? bodySerializer) === undefined) return before;
  checkValues(options, rules, undefined, context);
  if (querySerializer !== undefined && typeof querySerializer !== "function") {
    checkOptions(querySerializer, "`querySerializer`", ["array", "object", "allowReserved"], context);
  }
  // Like openapi-fetch: a call's options are merged into the client's.
  const merged =
    typeof querySerializer === "object"
      ? { ...before.querySerializer, ...querySerializer }
      : (querySerializer ?? before.querySerializer);
  return {
    querySerializer: merged,
    pathSerializer: pathSerializer ?? before.pathSerializer,
    bodySerializer: bodySerializer ?? before.bodySerializer,
  };
}
