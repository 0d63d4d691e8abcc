import { describeError } from "./describe-error.ts";

/**
 * Makes a format for winston, to stand before `json` or any other. Errors of a line become plain data: without it, winston loses the
 * level of a logged failure, and all of an error that stands in a field.
 *
 * @example
 * const log = winston.createLogger({ format: winston.format.combine(failureFormat(), winston.format.json()) });
 */
export function failureFormat(): { transform<Info extends object>(info: Info): Info } {
  return {
    transform: <Info extends object>(info: Info) => {
      // A logged error is the line itself: winston has put the level on it, and by a symbol what else it needs.
      if (info instanceof Error) {
        const { message, ...rest } = describeError(info);
        const level: unknown = Reflect.get(info, "level");
        return { ...symbolsOf(info), level, message, ...rest } as unknown as Info;
      }
      const fields = Object.entries(info).map(([name, value]) => [
        name,
        value instanceof Error ? describeError(value) : value,
      ]);
      return { ...symbolsOf(info), ...Object.fromEntries(fields) } as Info;
    },
  };
}

const symbolsOf = (info: object): object =>
  Object.fromEntries(Object.getOwnPropertySymbols(info).map((symbol) => [symbol, Reflect.get(info, symbol)]));
