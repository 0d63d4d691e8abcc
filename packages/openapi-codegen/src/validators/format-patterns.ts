import addFormats, { type FormatName } from "ajv-formats";

// The patterns accept existing dates only: months have 30 or 31 days, February 29 only in leap years.
const LEAP_YEAR = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const DATE = `(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|${LEAP_YEAR}-02-29)`;
// Second 60 is a leap second.
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

/** Formats of ajv-formats that are one regular expression; the others are functions and would be copied. */
const OF_AJV_FORMATS: readonly FormatName[] = [
  "duration",
  "uri",
  "uri-reference",
  "uri-template",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uuid",
  "json-pointer",
  "relative-json-pointer",
];

/**
 * The formats that are checked, as regular expressions, which go into the generated code unchanged. Any other format is
 * an annotation, not a rule (JSON Schema 2020-12 Validation, section 7.2).
 */
export const formatPatterns: Readonly<Record<string, RegExp>> = {
  // RFC 3339, section 5.6.
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}$`, "i"),
  "date-time": new RegExp(`^${DATE}t${TIME}$`, "i"),
  // OpenAPI 3.0: base64 (RFC 4648, section 4).
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  ...Object.fromEntries(OF_AJV_FORMATS.map((name) => [name, patternOf(name)])),
};

function patternOf(name: FormatName): RegExp {
  const format = addFormats.default.get(name, "fast");
  if (format instanceof RegExp) return format;
  throw new Error(`ajv-formats no longer gives "${name}" as a regular expression`);
}
