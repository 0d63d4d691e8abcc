import { isJsonObject } from "@np6/openapi-document";

/** Maximum length of a line with a whole object or array. */
const LINE_WIDTH = 110;

/**
 * Writes a JSON value as a TypeScript literal, indented by two spaces. An object or array without nested objects stays
 * on one line if it fits. `undefined` members are written, because they are part of the literal's type.
 *
 * @param indent number of spaces before the first line
 */
export function emitLiteral(value: unknown, indent = 0): string {
  if (value === undefined) return "undefined";
  const array = Array.isArray(value);
  if (!array && !isJsonObject(value)) return JSON.stringify(value);
  const members = array ? value.map((item) => emitMember("", item, indent)) : emitMembers(value, indent);
  const [open, close, padding] = array ? ["[", "]", ""] : ["{", "}", " "];
  if (members.length === 0) return `${open}${close}`;
  const line = `${open}${padding}${members.join(", ")}${padding}${close}`;
  const flat = (array ? value : Object.values(value)).every((member) => !isJsonObject(member));
  if (flat && !line.includes("\n") && indent + line.length <= LINE_WIDTH) return line;
  const inner = " ".repeat(indent + 2);
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${" ".repeat(indent)}${close}`;
}

function emitMembers(value: object, indent: number): string[] {
  return Object.entries(value).map(([key, member]) => emitMember(`${emitKey(key)}: `, member, indent));
}

function emitMember(prefix: string, value: unknown, indent: number): string {
  return `${prefix}${emitLiteral(value, indent + 2)}`;
}

function emitKey(key: string): string {
  // As a plain key, __proto__ would set the prototype of the object instead of a member.
  if (key === "__proto__") return '["__proto__"]';
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  return JSON.stringify(key);
}
