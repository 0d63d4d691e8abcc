import { type Answer, headerOf } from "../wire/answer.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";

/** Changes to a success whose body is JSON. */
export interface SuccessChange {
  readonly body?: ((body: unknown) => unknown) | undefined;
  readonly mediaType?: ((mediaType: string) => string) | undefined;
}

/** Applies changes to a response, and corrects its Content-Length. */
export function changeSuccess(answer: Answer, change: SuccessChange): Answer {
  const changed = change.body?.(
    answer.body.length === 0 ? undefined : JSON.parse(answer.body.toString("utf8")),
  );
  const body = changed === undefined ? answer.body : Buffer.from(JSON.stringify(changed));
  const contentType = headerOf(answer.rawHeaders, "content-type");
  return {
    ...answer,
    body,
    rawHeaders: forwardedHeaders(answer.rawHeaders, {
      "content-length": String(body.length),
      "content-type":
        contentType === undefined ? undefined : (change.mediaType?.(contentType) ?? contentType),
    }),
  };
}
