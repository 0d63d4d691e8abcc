import { asObject, describedAt, type JsonObject } from "@np6/openapi-document";
import { componentName } from "./component-name.ts";
import type { ReferenceOperation } from "./read-reference.ts";

/** A header that several responses share. */
export interface SharedHeader {
  /** Name of the component. */
  readonly component: string;
  /** Name of the header in HTTP. */
  readonly name: string;
  readonly header: JsonObject;
}

/** Lists the headers under `components/headers` that responses contain, in the order of first use. */
export function sharedHeaders(
  document: JsonObject,
  operations: readonly ReferenceOperation[],
): readonly SharedHeader[] {
  const headers = operations
    .flatMap(({ answers }) => answers)
    .flatMap(({ response }) => Object.entries(asObject(response.headers)));
  const shared = headers.flatMap(([name, header]): SharedHeader[] => {
    const component = componentName(header);
    return component === undefined ? [] : [{ component, name, header: describedAt(document, header) }];
  });
  return [...new Map(shared.map((header) => [header.component, header])).values()];
}
