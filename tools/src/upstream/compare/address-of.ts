import type { JsonObject } from "@np6/openapi-document";
import { childPointer, pointerTokens, referenceTarget } from "@np6/openapi-document";
import { jsonObject } from "../document/json-object.ts";

/** What the sections of `components` hold, in the singular. */
const kinds: Readonly<Record<string, string>> = {
  schemas: "schema",
  parameters: "parameter",
  responses: "response",
  headers: "header",
  requestBodies: "request body",
};

/** Keywords whose members have names, and how a name is shown. */
const steps: Readonly<Record<string, (name: string, member: JsonObject | undefined) => string>> = {
  properties: (name) => `.${name}`,
  oneOf: (name) => `<${name}>`,
  anyOf: (name) => `<${name}>`,
  allOf: () => "",
  responses: (name) => ` ${name}`,
  content: (name) => ` ${name}`,
  headers: (name) => ` header ${name}`,
  parameters: (_index, member) => ` ${member?.in} ${member?.name}`,
};

const plainSteps: Readonly<Record<string, string>> = {
  items: "[]",
  additionalProperties: ".*",
  requestBody: " request body",
};

/**
 * Says in words where a pointer of the document leads: `schema Workflow: nodes[].next`,
 * `POST /things: 200 application/json`.
 * @param name - a last step, for what the document does not have; a property's begins with a dot
 */
export function addressOf(document: JsonObject, pointer: string, name = ""): string {
  const tokens = pointerTokens(pointer);
  const [section, second = "", third = ""] = tokens;
  let subject = "the whole API";
  // Parameters of a path belong to no operation.
  let own = second === "" ? 0 : third === "parameters" ? 2 : 3;
  if (section === "components") {
    subject = `${kinds[second] ?? second} ${third}`;
    own = 3;
  } else if (section === "paths" && second !== "") {
    subject = own === 2 ? second : `${third.toUpperCase()} ${second}`;
  }
  const inside = describeSteps(document, tokens.slice(0, own).reduce(childPointer, "#"), tokens.slice(own));
  const path = (inside + (/^[.<[]/.test(name) ? name : ` ${name}`)).trim().replace(/^\./, "");
  return path === "" ? subject : `${subject}: ${path}`;
}

function describeSteps(document: JsonObject, start: string, tokens: readonly string[]): string {
  let at = start;
  let described = "";
  for (let index = 0; index < tokens.length; index++) {
    const keyword = tokens[index] ?? "";
    const name = tokens[index + 1];
    const step = Object.hasOwn(steps, keyword) ? steps[keyword] : undefined;
    at = childPointer(at, keyword);
    if (step === undefined || name === undefined) {
      described += Object.hasOwn(plainSteps, keyword) ? plainSteps[keyword] : "";
      continue;
    }
    index++;
    at = childPointer(at, name);
    described += step(name, jsonObject(referenceTarget(document, at)));
  }
  return described;
}
