import { describeError } from "./describe-error.ts";

/**
 * Makes a format for winston, for use before `json` or any other format. It converts the errors of a line to plain
 * data. Without it, winston loses the level of a logged failure, and all data of an error in a field.
 *
 * @example
 * const log = winston.createLogger({ format: winston.format.combine(failureFormat(), winston.format.json()) });
 */
export function failureFormat(): { transform<Info extends object>(info: Info): Info } {
  return {
    transform: <Info extends object>(info: Info) => {
      // A logged error is the line itself: winston has added the level, and its own data under symbols.
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
