import type { BodyFormat } from "./api-description.ts";
import { type AskedFor, expectedBody } from "./expected-body.ts";

/** What an answer turned out to be. `text` is its body as it came. */
export type Answer =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "redirect" }
  | { readonly kind: "refused"; readonly body: unknown; readonly text: string }
  | { readonly kind: "unexpected"; readonly problem: string; readonly text: string }
  | { readonly kind: "broken-off"; readonly cause: unknown };

/** The statuses that a fetch would follow (Fetch standard, "redirect status"); 304, for one, is not among them. */
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Reads an answer to its end and says what it is. Success is `response.ok` and nothing else: an empty 409, and the
 * bodies `null`, `0`, `false` and `""`, are refusals like any other.
 */
export async function readAnswer(
  response: Response,
  askedFor: AskedFor,
  formats: Readonly<Record<string, BodyFormat>>,
): Promise<Answer> {
  // A browser hides the status of a redirect that it did not follow.
  if (response.type === "opaqueredirect" || redirectStatuses.has(response.status)) {
    cancelBody(response);
    return { kind: "redirect" };
  }
  const expected = expectedBody(response, askedFor, formats);
  if (response.ok && expected.kind === "empty") {
    cancelBody(response);
    return { kind: "data", data: undefined };
  }
  let text: string;
  try {
    if (response.ok && expected.kind === "declared" && expected.format === "binary") {
      return { kind: "data", data: await response.blob() };
    }
    text = await response.text();
  } catch (cause) {
    // A refusal stays one without its body; a success that nobody can read may have run.
    return response.ok ? { kind: "broken-off", cause } : { kind: "refused", body: undefined, text: "" };
  }
  const parsed = expected.kind === "declared" ? parseBody(text, expected) : undefined;
  if (!response.ok) return { kind: "refused", body: parsed?.value, text };
  if (expected.kind === "undeclared") return { kind: "unexpected", problem: expected.problem, text };
  if (parsed?.problem !== undefined) return { kind: "unexpected", problem: parsed.problem, text };
  return { kind: "data", data: parsed?.value };
}

type Parsed =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

function parseBody(text: string, { mediaType, format }: { mediaType: string; format: BodyFormat }): Parsed {
  if (text.trim() === "") return { problem: `expected ${mediaType}, but the body is empty.` };
  if (format !== "json") return { value: text };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: `the body is labelled ${mediaType}, but is not valid JSON.` };
  }
}

/** Gives the connection back; a body that is neither read nor cancelled keeps its socket. */
function cancelBody(response: Response): void {
  // Not awaited: nothing depends on it, and a body that already broke has no connection to give back.
  response.body?.cancel().catch(() => undefined);
}
