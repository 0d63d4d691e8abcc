import {
  childPointer,
  isJsonObject,
  type JsonObject,
  pointerTokens,
  referenceTarget,
  resolveReference,
} from "@np6/openapi-document";

/** Returns the name of the operation at a path and method, as in `#/paths/~1orders/post`. */
export type OperationName = (path: string, method: string) => string | undefined;

/**
 * Describes the object at a pointer: "`name` of `Workflow`", "the query parameter `page` of `listOrders`", "`title` in
 * the 404 answer `application/json` of `getOrder`".
 */
export function describePlace(document: JsonObject, pointer: string, operationName: OperationName): string {
  const [section = "", ...tokens] = pointerTokens(pointer);
  const value = /^(.*)\/discriminator\/mapping\/([^/]+)$/.exec(pointer);
  if (value !== null) {
    const [name = ""] = pointerTokens(`#/${value[2]}`);
    return `the discriminator value \`${name}\` of ${describePlace(document, value[1] ?? "#", operationName)}`;
  }
  // A part of an allOf describes the same object.
  const folded = /^(.*)\/allOf\/\d+$/.exec(pointer);
  if (folded !== null) return describePlace(document, folded[1] ?? "#", operationName);
  const within = /^(.*)\/(additionalProperties|(oneOf|anyOf)\/\d+)$/.exec(pointer);
  if (within !== null) {
    const what = within[2] === "additionalProperties" ? "further properties of" : "a variant of";
    return `${what} ${describePlace(document, within[1] ?? "#", operationName)}`;
  }
  if (section === "components") return describeComponent(document, tokens);
  if (section !== "paths" && section !== "webhooks") {
    if (section === "servers" && tokens.length > 0) return "a server";
    const inside = readable(tokens);
    return inside === "" ? `the document's \`${section}\`` : `\`${inside}\` of the document's \`${section}\``;
  }
  const [path = "", ...rest] = tokens;
  if (rest[0] === "parameters")
    return `${describeParameter(document, [section, path], rest.slice(1))}\`${path}\``;
  const [method = ""] = rest;
  const name = operationName(path, method) ?? [method.toUpperCase(), path].join(" ").trim();
  const called = section === "webhooks" ? `the webhook \`${path}\`` : `\`${name}\``;
  return describeOperation(document, [section, path, ...rest], called);
}

/** Describes a part of an operation or of its callbacks. */
function describeOperation(document: JsonObject, tokens: readonly string[], called: string): string {
  const [section = "", path = "", method = "", part, ...inside] = tokens;
  if (part === undefined) return called;
  if (part === "parameters")
    return `${describeParameter(document, [section, path, method], inside)}${called}`;
  const [callback, expression, other, ...rest] = inside;
  if (part !== "callbacks" || other === undefined) return `${describePart(part, inside)}${called}`;
  const at = tokens.slice(0, 5).join("/");
  return describeOperation(
    document,
    [at, String(expression), other, ...rest],
    `the callback \`${callback}\` of ${called}`,
  );
}

function describeComponent(document: JsonObject, [kind = "", name, ...rest]: readonly string[]): string {
  if (name === undefined) return `the component \`${kind}\``;
  if (kind === "parameters") {
    const inside = readable(rest);
    const parameter = parameterName(document, ["components", kind, name]) ?? `\`${name}\``;
    return inside === "" ? parameter : `\`${inside}\` of ${parameter}`;
  }
  if (kind === "responses" || kind === "requestBodies") {
    return `${describeContent(kind === "responses" ? "answer" : "request", rest)}\`${name}\``;
  }
  const inside = readable(rest);
  return inside === "" ? `\`${name}\`` : `\`${inside}\` of \`${name}\``;
}

function describeParameter(
  document: JsonObject,
  holder: readonly string[],
  [index, ...rest]: readonly string[],
): string {
  const name = index === undefined ? undefined : parameterName(document, [...holder, "parameters", index]);
  const inside = readable(rest);
  return `${inside === "" ? "" : `\`${inside}\` of `}${name ?? "the parameters"} of `;
}

function parameterName(document: JsonObject, tokens: readonly string[]): string | undefined {
  const node = referenceTarget(document, tokens.reduce(childPointer, "#"));
  const parameter = isJsonObject(node) ? resolveReference(document, node) : undefined;
  return parameter !== undefined ? `the ${parameter.in} parameter \`${parameter.name}\`` : undefined;
}

function describePart(part: string, rest: readonly string[]): string {
  if (part === "requestBody") return describeContent("request", rest);
  if (part === "responses") {
    const [status, ...inside] = rest;
    return status === undefined ? "the answers of " : describeContent(`${status} answer`, inside);
  }
  return `\`${readable([part, ...rest])}\` of `;
}

function describeContent(what: string, [keyword, name, ...inside]: readonly string[]): string {
  if (keyword === undefined) return `the ${what} of `;
  if (keyword === "headers" && name !== undefined) return `the header \`${name}\` of the ${what} of `;
  if (keyword !== "content" || name === undefined) return `\`${keyword}\` of the ${what} of `;
  const place = readable(inside);
  const body = `the ${what} \`${name}\` of `;
  return place === "" ? body : `\`${place}\` in ${body}`;
}

/** Joins the names of properties in a pointer, with `[]` for elements and `{}` for the values of open objects. */
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
