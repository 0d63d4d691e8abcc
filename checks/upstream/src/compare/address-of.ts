import { childPointer, type JsonObject, pointerTokens, referenceTarget } from "@np6/openapi-document";

/** Names of components in the singular, where that is not the section's name without an s. */
const kinds: Readonly<Record<string, string>> = { requestBodies: "request body" };

/** Formats of keywords whose members have names. */
const steps: Readonly<Record<string, (name: string, member: unknown) => string>> = {
  properties: (name) => `.${name}`,
  oneOf: (name) => `<${name}>`,
  anyOf: (name) => `<${name}>`,
  allOf: () => "",
  responses: (name) => ` ${name}`,
  content: (name) => ` ${name}`,
  headers: (name) => ` header ${name}`,
  parameters: (_index, member) => ` ${Object(member).in} ${Object(member).name}`,
};
const plainSteps: Readonly<Record<string, string>> = {
  items: "[]",
  additionalProperties: ".*",
  requestBody: " request body",
};

/**
 * Describes the target of a pointer in words: `schema Workflow: nodes[].next`, `POST /things: 200 application/json`.
 * @param name - a last step, for a part that the document lacks; a property's starts with a dot
 */
export function addressOf(document: JsonObject, pointer: string, name = ""): string {
  const tokens = pointerTokens(pointer);
  const [section, second = "", third = ""] = tokens;
  let subject = "the whole API";
  // Parameters of a path belong to no operation.
  const start = second === "" ? 0 : section === "paths" && third === "parameters" ? 2 : 3;
  if (section === "components") subject = `${kinds[second] ?? second.replace(/s$/, "")} ${third}`;
  else if (section === "paths" && start > 0)
    subject = start === 2 ? second : `${third.toUpperCase()} ${second}`;
  let path = "";
  for (let index = start; index < tokens.length; index++) {
    const keyword = tokens[index] ?? "";
    const step = Object.hasOwn(steps, keyword) && index + 1 < tokens.length ? steps[keyword] : undefined;
    if (step === undefined) path += Object.hasOwn(plainSteps, keyword) ? plainSteps[keyword] : "";
    else {
      index++;
      const at = tokens.slice(0, index + 1).reduce(childPointer, "#");
      path += step(tokens[index] ?? "", referenceTarget(document, at));
    }
  }
  path = (path + (/^[.<[]/.test(name) ? name : ` ${name}`)).trim().replace(/^\./, "");
  return path === "" ? subject : `${subject}: ${path}`;
}
