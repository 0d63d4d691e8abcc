import { type ArgumentsHost, Catch, Logger } from "@nestjs/common";
import { BaseExceptionFilter } from "@nestjs/core";
import { isNp6Error, type Np6Failure } from "@np6/api-client";

/** Responds to every failure of the API. Other errors go to Nest's own filter. */
@Catch()
export class Np6FailureFilter extends BaseExceptionFilter {
  readonly #log = new Logger("np6");

  override catch(error: unknown, host: ArgumentsHost): void {
    if (!isNp6Error(error)) {
      super.catch(error, host);
      return;
    }
    // The failure's JSON contains neither the key nor the API's response, which may name persons.
    this.#log.error(JSON.stringify(error));
    const { kind, next, retryAfterMs } = error;
    const response = host.switchToHttp().getResponse();
    this.httpAdapterHost?.httpAdapter.reply(response, { kind, next, retryAfterMs }, statusFor(error));
  }
}

/** Only 429 and 503 mean that the same request may succeed later. */
function statusFor({ kind, next }: Np6Failure): number {
  switch (next) {
    case "retry":
      return kind === "rate-limited" ? 429 : 503;
    case "fix-request":
      return 422;
    case "fix-setup":
      return 500;
    case "check":
      return 502;
  }
}
