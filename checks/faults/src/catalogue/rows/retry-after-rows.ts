import type { HeaderLine } from "../../script/answer.ts";
import { respond } from "../../script/respond.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected, RetryAfter } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { statusExpected } from "../expected.ts";

interface Form {
  readonly name: string;
  /** Values of the header lines, made together with the script. */
  readonly values: () => readonly string[];
  readonly means: RetryAfter;
  /** Longer than a client may wait: the call fails at once. */
  readonly tooLong?: true;
}

function seconds(count: number): RetryAfter {
  return { minimumMilliseconds: count * 1000, maximumMilliseconds: count * 1000 };
}

function dateIn(secondsFromNow: number): string {
  return new Date(Date.now() + secondsFromNow * 1000).toUTCString();
}

const absent: Form[] = [
  { name: "no Retry-After", values: () => [], means: "absent" },
  ...["", "-1", "1.5", "1e1", "0x10", "+1", "soon", "Infinity", "1 2"].map(
    (value): Form => ({ name: `Retry-After "${value}"`, values: () => [value], means: "absent" }),
  ),
  { name: "two equal Retry-After", values: () => ["1", "1"], means: "absent" },
  { name: "two different Retry-After", values: () => ["1", "90"], means: "absent" },
  { name: "Retry-After in the past", values: () => [dateIn(-3600)], means: "absent" },
  {
    name: "Retry-After with a date that is none",
    values: () => ["Mon, 32 Foo 2026 25:61:61 GMT"],
    means: "absent",
  },
];

const valid: Form[] = [
  { name: 'Retry-After "0"', values: () => ["0"], means: seconds(0) },
  { name: 'Retry-After "1"', values: () => ["1"], means: seconds(1) },
  {
    name: "Retry-After with the date in 2 seconds",
    values: () => [dateIn(2)],
    // The date has whole seconds, and time passes until the response is read.
    means: { minimumMilliseconds: 0, maximumMilliseconds: 2000 },
  },
];

const tooLong: Form[] = [
  ...[61, 86_400, 2_147_484, 99_999_999_999].map(
    (count): Form => ({
      name: `Retry-After "${count}"`,
      values: () => [`${count}`],
      means: seconds(count),
      tooLong: true,
    }),
  ),
  {
    name: "Retry-After with the date in an hour",
    values: () => [dateIn(3600)],
    means: { minimumMilliseconds: 3_540_000, maximumMilliseconds: 3_600_000 },
    tooLong: true,
  },
];

/** 429 and 503 with every form of Retry-After, and the rate limit's own headers. */
export function retryAfterRows({ ok }: CatalogueContext): CatalogueRow[] {
  const row = (status: 429 | 503, form: Form) => {
    const answer = () => {
      const headers = [
        ...ok.headers,
        ["X-RateLimit-Limit", "10"],
        ["X-RateLimit-Remaining", "0"],
        ["X-RateLimit-Reset", "99999999999"],
        ...form.values().map((value): HeaderLine => ["Retry-After", value]),
      ] as const;
      return respond({ ...ok, status, headers, body: "" });
    };
    const group = status === 429 ? "rate-limit" : "unavailable";
    return createRow(group, `${status} with ${form.name}`, answer(), expectedOf(status, form), {
      answered: true,
      status,
      script: () => [answer()],
    });
  };
  const forms = [...absent, ...valid, ...tooLong];
  return [...forms.map((form) => row(429, form)), ...forms.map((form) => row(503, form))];
}

function expectedOf(status: 429 | 503, form: Form): Expected {
  const { outcomeUnknown, ...expected } = statusExpected(status);
  return {
    ...expected,
    // A 503 with a Retry-After may be a refusal; the rules leave open whether it proves one.
    ...(status === 503 && form.means !== "absent" ? {} : { outcomeUnknown: outcomeUnknown === true }),
    ...(form.tooLong ? { repeats: { GET: false, POST: false } } : {}),
    retryAfter: form.means,
  };
}
