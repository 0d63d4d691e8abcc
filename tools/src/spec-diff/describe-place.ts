import { pointerTokens } from "./json-pointer.ts";

/**
 * Says in words what stands at a pointer: "`name` of `Workflow`", "the 200 answer of `getOrder`".
 * @param operationName - name of the operation at a path and method, as in `#/paths/~1orders/post`
 */
export function describePlace(
  pointer: string,
  operationName: (path: string, method: string) => string | undefined,
): string {
  const [section, ...tokens] = pointerTokens(pointer);
  if (section === "components") {
    const [kind = "", name, ...rest] = tokens;
    if (name === undefined) return `the ${kind} components`;
    const inside = readable(rest);
    return inside === "" ? `\`${name}\`` : `\`${inside}\` of \`${name}\``;
  }
  if (section !== "paths")
    return tokens.length === 0
      ? `the document's ${section ?? "root"}`
      : `\`${readable(tokens)}\` of the document's ${section}`;
  const [path = "", method = "", ...rest] = tokens;
  const name = operationName(path, method);
  const operation =
    name === undefined ? `\`${[method.toUpperCase(), path].join(" ").trim()}\`` : `\`${name}\``;
  return `${describePart(rest)}${operation}`;
}

function describePart([part, ...rest]: readonly string[]): string {
  if (part === undefined) return "";
  if (part === "requestBody") return describeContent("request", rest);
  if (part === "responses") {
    const [status, ...inside] = rest;
    return status === undefined ? "the answers of " : describeContent(`${status} answer`, inside);
  }
  const inside = readable(rest);
  return inside === "" ? `the ${part} of ` : `\`${inside}\` in the ${part} of `;
}

function describeContent(what: string, rest: readonly string[]): string {
  const [keyword, name, ...inside] = rest;
  if (keyword === undefined) return `the ${what} of `;
  if (name === undefined) return `the ${keyword} of the ${what} of `;
  if (keyword === "headers") return `the header \`${name}\` of the ${what} of `;
  const place = readable(inside);
  const body = `the ${what} \`${name}\` of `;
  return place === "" ? body : `\`${place}\` in ${body}`;
}

/** The names of properties on the way, with `[]` for elements and `{}` for the values of open objects. */
function readable(tokens: readonly string[]): string {
  let text = "";
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? "";
    if (token === "properties" && index + 1 < tokens.length) {
      index += 1;
      text += `${text === "" ? "" : "."}${tokens[index]}`;
    } else if (token === "items") text += "[]";
    else if (token === "additionalProperties") text += "{}";
    else if (!/^(schema|allOf|oneOf|anyOf|\d+)$/.test(token)) text += `${text === "" ? "" : "."}${token}`;
  }
  return text;
}
