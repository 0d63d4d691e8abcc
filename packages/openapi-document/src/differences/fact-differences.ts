import { addressOf, type EffectiveOperation, withoutSlash } from "../normal/effective-operation.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { asList } from "../pointer/json-object.ts";
import { type Both, onBoth } from "./both.ts";
import { describeOperation } from "./describe-operation.ts";
import { type Described, member } from "./described.ts";
import { FactComparison, type FactDifference } from "./fact-comparison.ts";

/**
 * Lists the differences between two documents of different authors: servers, and the given operations with everything
 * inside them. Differences are not judged. Names of schemas, operations and path parameters, and texts for people, are
 * ignored.
 * @param keys headers that carry a key, in lower case; header parameters of these names are compared as credentials
 * @returns in the order of the right document; things that it lacks come last
 */
export function factDifferences(
  documents: Both<JsonObject>,
  operations: Both<readonly EffectiveOperation[]>,
  keys: ReadonlySet<string>,
): FactDifference[] {
  const found: FactDifference[] = [];
  const comparison = new FactComparison(documents, (difference) => found.push(difference));
  const servers = { left: "#/servers", right: "#/servers" };
  comparison.compare(onBoth(documents, describeServers), servers, "the whole API");
  const described = onBoth(operations, (all, side) =>
    all.map((operation) => {
      const { method, path, operationPointer } = operation;
      const inside = describeOperation(documents[side], operation, keys);
      const called = [addressOf(operation), `${method} ${path}`] as const;
      return member("operation", called, operationPointer, "present", inside);
    }),
  );
  comparison.compare(described, { left: "#/paths", right: "" }, "");
  return found;
}

function describeServers({ servers }: JsonObject): Described[] {
  const listed = asList(servers);
  return listed.map((server, index) => {
    const url = withoutSlash(String(Object(server).url));
    return member("server", [url, ""], `#/servers/${index}`, url);
  });
}
