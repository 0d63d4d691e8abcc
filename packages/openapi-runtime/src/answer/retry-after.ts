/** The three forms of a date in HTTP; a recipient must understand all of them (RFC 9110, section 5.6.7). */
const imfFixdate = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^\w{6,9}, \d{2}-\w{3}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * How long a server asks to wait (RFC 9110, section 10.2.3).
 * @param value - the header's value; one that was sent twice arrives joined by a comma and is no longer valid
 * @param now - milliseconds since the epoch, to compare a date with: the answer's own, where it says it
 * @returns milliseconds; undefined when the header is absent, garbage, negative or in the past
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d+$/.test(text)) {
    // What no number holds is still a wish to wait very long, and must not become a quick retry.
    return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  }
  const date = parseHttpDate(text);
  return date === undefined || date <= now ? undefined : date - now;
}

function parseHttpDate(text: string): number | undefined {
  let date = Number.NaN;
  if (imfFixdate.test(text) || rfc850Date.test(text)) date = Date.parse(text);
  // Without a zone it would be read as local time.
  else if (asctimeDate.test(text)) date = Date.parse(`${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}

/**
 * What time it is for the server that sent an answer: a date of its own compares with nothing else.
 * @param date - the answer's Date
 * @param cameAt - when it came by our clock, in milliseconds since the epoch; for an answer without a Date that can be read
 */
export function serverTime(date: string | null, cameAt: number): number {
  return (date === null ? undefined : parseHttpDate(date.trim())) ?? cameAt;
}
