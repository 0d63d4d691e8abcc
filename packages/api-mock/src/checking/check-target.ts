import type { Operation } from "../api/read-specification.ts";
import type { Violation } from "./violation.ts";

/** A request's target that is safe to forward to Prism. */
export interface CheckedTarget {
  /** Path and query, in which all percent-encoding is valid. */
  readonly target: string;
  readonly violations: readonly Violation[];
}

/**
 * Checks that path and query of a request are percent-encoded UTF-8 (RFC 3986, section 2.5). Prism crashes on others.
 *
 * @param operation whose path template the path matches
 */
export function checkTarget({ path: template }: Operation, target: string): CheckedTarget {
  const question = target.indexOf("?");
  const [path, query] = question === -1 ? [target, ""] : [target.slice(0, question), target.slice(question)];
  const names = template.split("/");
  const violations: Violation[] = [];
  const segments = path.split("/").map((segment, index) => {
    const decoded = decode(segment);
    if (decoded !== undefined) return encodeURIComponent(decoded);
    const name = /\{(.+)\}/.exec(names[index] ?? "")?.[1] ?? "";
    violations.push(notEncoded(["path", name], `path parameter ${name}`));
    return "0";
  });
  if (decode(query) === undefined) violations.push(notEncoded(["query"], "query"));
  return { target: segments.join("/") + (decode(query) === undefined ? "" : query), violations };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function notEncoded(location: readonly string[], name: string): Violation {
  return {
    location: ["request", ...location],
    severity: "Error",
    code: "encoding",
    message: `Request ${name} must be percent-encoded UTF-8`,
  };
}
