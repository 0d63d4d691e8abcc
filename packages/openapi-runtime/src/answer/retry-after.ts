/** The three date formats of HTTP; a recipient must accept all of them (RFC 9110, section 5.6.7). */
const imfFixdate = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^\w{6,9}, \d{2}-\w{3}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * Reads how long the server asks the client to wait (RFC 9110, section 10.2.3).
 * @param value - the header's value. A header that was sent twice arrives joined by a comma and is invalid
 * @param now - milliseconds since the epoch to compare a date with: the response's Date, if it has one
 * @returns milliseconds; undefined when the header is absent, invalid, negative or in the past
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d+$/.test(text)) {
    // A number too large for JavaScript still asks for a long wait. It must not become a quick retry.
    return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  }
  const date = parseHttpDate(text);
  return date === undefined || date <= now ? undefined : date - now;
}

function parseHttpDate(text: string): number | undefined {
  let date = Number.NaN;
  if (imfFixdate.test(text) || rfc850Date.test(text)) date = Date.parse(text);
  // Without a time zone, the date would be parsed as local time.
  else if (asctimeDate.test(text)) date = Date.parse(`${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}

/**
 * The server's time when it sent a response. A date in Retry-After is compared with it, because clocks differ.
 * @param date - the response's Date header
 * @param receivedAt - arrival by our clock, in milliseconds since the epoch; used when the Date is missing or invalid
 */
export function serverTime(date: string | null, receivedAt: number): number {
  return (date === null ? undefined : parseHttpDate(date.trim())) ?? receivedAt;
}
