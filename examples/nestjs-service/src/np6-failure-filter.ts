import { type ArgumentsHost, Catch, Logger } from "@nestjs/common";
import { BaseExceptionFilter } from "@nestjs/core";
import { isNp6Error, type Np6Failure } from "@np6/api-client";

/** Answers for every failure of the API. What is none of the client's goes Nest's way. */
@Catch()
export class Np6FailureFilter extends BaseExceptionFilter {
  readonly #log = new Logger("np6");

  override catch(error: unknown, host: ArgumentsHost): void {
    if (!isNp6Error(error)) {
      super.catch(error, host);
      return;
    }
    // Its JSON is free of the key, and of what the API answered, which may speak of persons.
    this.#log.error(JSON.stringify(error));
    const { kind, next, retryAfterMs } = error;
    const answer = host.switchToHttp().getResponse();
    this.httpAdapterHost?.httpAdapter.reply(answer, { kind, next, retryAfterMs }, statusFor(error));
  }
}

/** Only a 429 and a 503 tell the caller that the same request may work later. */
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
