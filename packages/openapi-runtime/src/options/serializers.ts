import type { FailureContext } from "../failures/failure.ts";
import { checkOptions, checkValues, type OptionRule } from "./check-options.ts";

/** How openapi-fetch writes query parameters, where the spec asks for another form than its default. */
export interface QuerySerializerOptions {
  readonly array?: { readonly style: "form" | "spaceDelimited" | "pipeDelimited"; readonly explode: boolean };
  readonly object?: { readonly style: "form" | "deepObject"; readonly explode: boolean };
  /** Leave reserved characters as they are. */
  readonly allowReserved?: boolean;
}

/** openapi-fetch's options for what a call is made of. */
export interface Serializers {
  /** Writes query parameters, with or without a question mark in front; or how openapi-fetch is to write them. */
  readonly querySerializer?:
    | ((query: Record<string, unknown>) => string)
    | QuerySerializerOptions
    | undefined;
  /** Fills the path template, which comes behind `baseUrl`. Values are checked before, as always. */
  readonly pathSerializer?: ((template: string, values: Record<string, unknown>) => string) | undefined;
  /**
   * Writes a body: a string, or what `fetch` can send again (Blob, ArrayBuffer, FormData, URLSearchParams). The media type is
   * the spec's all the same.
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
 * Lays a client's or a call's serializers over others.
 * @param before - what holds where the options say nothing
 * @throws Refusal that names the option and what it must be
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
  // As openapi-fetch does: a call's options go over the client's.
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
