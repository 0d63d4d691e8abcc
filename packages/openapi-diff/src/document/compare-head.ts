import { asList, asObject, childPointer, sameJson, withoutSlash } from "@np6/openapi-document";
import { type Comparison, major, minor, patch } from "../operations/comparison.ts";
import { showValue } from "../operations/show-value.ts";

/** Compares the parts that concern the whole document: texts, servers and security schemes. */
export function compareHead(comparison: Comparison): void {
  const { base, head } = comparison;
  compareMembers(comparison, "#/info", base.document.info, head.document.info);
  for (const field of new Set([...Object.keys(base.document), ...Object.keys(head.document)])) {
    const isText = field === "tags" || field === "externalDocs" || field.startsWith("x-");
    if (!isText || sameJson(base.document[field], head.document[field])) continue;
    comparison.tell(`#/${field}`, patch, `\`${field}\` of the document changed.`);
  }
  compareServers(comparison);
  compareSchemes(comparison);
}

function compareMembers(comparison: Comparison, pointer: string, before: unknown, after: unknown): void {
  const [old, now] = [asObject(before), asObject(after)];
  for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (sameJson(old[field], now[field])) continue;
    comparison.tell(childPointer(pointer, field), patch, `\`${field}\` of the document changed.`);
  }
}

function compareServers(comparison: Comparison): void {
  const { base, head } = comparison;
  const [from, to] = [base, head].map(({ table }) =>
    table.server === undefined ? undefined : withoutSlash(table.server),
  );
  const show = (server: string | undefined) => (server === undefined ? "no server" : `\`${server}\``);
  if (from !== to) {
    const message = `Calls go to ${show(to)} by default; they went to ${show(from)}.`;
    comparison.tell("#/servers/0/url", major("wire"), message);
  }
  const [old, now] = [base, head].map(({ document }) => urlsOf(document.servers));
  for (const [index, url] of (now ?? []).entries()) {
    if (old?.includes(url) || (index === 0 && from !== to)) continue;
    comparison.tell(`#/servers/${index}`, minor, `The server \`${url}\` is new.`);
  }
  for (const [index, url] of (old ?? []).entries()) {
    if (now?.includes(url) || (index === 0 && from !== to)) continue;
    comparison.tell(`#/servers/${index}`, patch, `The server \`${url}\` is gone.`);
  }
}

function urlsOf(servers: unknown): string[] {
  return asList(servers).map((server) => withoutSlash(String(Object(server).url)));
}

function compareSchemes(comparison: Comparison): void {
  const [old, now] = [comparison.base, comparison.head].map(({ table }) => table.securitySchemes);
  const [written, rewritten] = [comparison.base, comparison.head].map(({ document }) =>
    asObject(asObject(document.components).securitySchemes),
  );
  for (const [name, scheme] of Object.entries(old ?? {})) {
    const other = now?.[name];
    const pointer = childPointer("#/components/securitySchemes", name);
    // A removed scheme is reported for the operations that required it.
    if (other === undefined) continue;
    const fields = new Set([...Object.keys(scheme), ...Object.keys(other)]);
    for (const field of fields) {
      const [from, to] = [Reflect.get(scheme, field) as unknown, Reflect.get(other, field) as unknown];
      if (from === to) continue;
      const message = `\`${field}\` of the security scheme \`${name}\` changed from ${showValue(from)} to ${showValue(to)}.`;
      comparison.tell(childPointer(pointer, field), major("wire"), message);
    }
    const [before, after] = [asObject(written?.[name]), asObject(rewritten?.[name])];
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (fields.has(field) || sameJson(before[field], after[field])) continue;
      const message = `\`${field}\` of the security scheme \`${name}\` changed.`;
      comparison.tell(childPointer(pointer, field), patch, message);
    }
  }
}
