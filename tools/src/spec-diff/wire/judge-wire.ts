import type { FoundChange } from "../found-change.ts";
import { childPointer } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { OperationPair } from "../pair-operations.ts";
import type { ReadSpec } from "../read-spec.ts";
import { compareMediaTypes } from "./compare-media-types.ts";
import { compareSecurity } from "./compare-security.ts";

/**
 * Judges two documents by what a client that is generated from them does on the wire: where it calls, with which
 * credentials, what it sends by default and how it reads. Types do not show it, and `redocly diff` does not know that the
 * first of several is the default.
 */
export function judgeWire(base: ReadSpec, head: ReadSpec, pairs: readonly OperationPair[]): FoundChange[] {
  const found = compareServers("#", base.table.server, head.table.server, undefined);
  for (const pair of pairs) {
    found.push(
      ...compareServers(
        operationPointer(head.document, pair.head),
        pair.base.server,
        pair.head.server,
        pair.head.name,
      ),
      ...compareNames(pair, base, head),
      ...compareMediaTypes(pair, base, head),
      ...compareSecurity(pair, base, head),
    );
  }
  return found;
}

function compareServers(
  holder: string,
  before: string | undefined,
  after: string | undefined,
  operationId: string | undefined,
): FoundChange[] {
  if (before === after) return [];
  const pointer = childPointer(holder, "servers", "0", "url");
  const [from, to] = [before, after].map((server) => (server === undefined ? "no server" : `\`${server}\``));
  const message = `Calls go to ${to} by default; they went to ${from}.`;
  return [{ base: pointer, head: pointer, operationId, bump: "major", message }];
}

/** Methods of the client are named after operations, also after those that the document does not name. */
function compareNames(
  { base: old, head: now }: OperationPair,
  base: ReadSpec,
  head: ReadSpec,
): FoundChange[] {
  if (old.name === now.name) return [];
  const at = (spec: ReadSpec, operation: typeof old) =>
    childPointer(operationPointer(spec.document, operation), "operationId");
  const message = `\`${old.name}\` is called \`${now.name}\` now; rename the calls.`;
  return [{ base: at(base, old), head: at(head, now), operationId: now.name, bump: "major", message }];
}
