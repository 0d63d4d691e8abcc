// Entry of `@np6/api-client/logging`: failures in log lines, for pino, winston and other JSON loggers.

export { describeError, type LoggedError } from "./logs/describe-error.ts";
export { failureFormat } from "./logs/failure-format.ts";
export { failureSerializer } from "./logs/failure-serializer.ts";
