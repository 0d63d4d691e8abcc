import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@np6/openapi-document";
import type { SpecChange } from "../changes/spec-change.ts";
import { shopDocument } from "./shop-document.test-support.ts";

/** Matches a prefix that no name of the shop contains. */
const shopNumber = /Shop(\d{3})/;

/** The components that belong to the document as a whole. */
const shared = "securitySchemes";

/** Whether a shop's document differs from the original only in parts that each shop has: paths and components. */
export function onlyInShop(document: JsonObject): boolean {
  const outside = ({ paths, components, ...rest }: JsonObject) => [rest, Object(components)[shared]];
  return isDeepStrictEqual(outside(document), outside(shopDocument()));
}

/** Joins many shops in one document: names of paths, operations and components begin with the shop's number. */
export function joinShops(shops: readonly JsonObject[]): JsonObject {
  const numbered = shops.map((shop, index) => numberShop(shop, `Shop${String(index).padStart(3, "0")}`));
  const { [shared]: securitySchemes } = Object(shopDocument().components);
  const sections = new Set(numbered.flatMap(({ components }) => Object.keys(components)));
  return {
    ...shopDocument(),
    paths: Object.assign({}, ...numbered.map(({ paths }) => paths)),
    components: {
      ...Object.fromEntries(
        [...sections].map((section) => [
          section,
          Object.assign({}, ...numbered.map(({ components }) => components[section])),
        ]),
      ),
      [shared]: securitySchemes,
    },
  };
}

/** Returns the number of the shop with a change. */
export function shopOf(change: SpecChange): number | undefined {
  const number = shopNumber.exec(JSON.stringify(change))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Rewrites a change as if there were only one shop. */
export function withoutShop(change: SpecChange): SpecChange {
  const alone = (text: string) => text.replace(/Shop\d{3}(\/|~1)?/g, "");
  const { operationId } = change;
  return {
    ...change,
    pointer: alone(change.pointer),
    message: alone(change.message),
    ...(operationId === undefined ? {} : { operationId: alone(operationId) }),
  };
}

type Section = Record<string, unknown>;

function numberShop(
  shop: JsonObject,
  number: string,
): { paths: Section; components: Record<string, Section> } {
  const { paths, components } = JSON.parse(JSON.stringify(shop), (key, value) => {
    if (typeof value !== "string") return value;
    return key === "operationId" ? number + value : value.replace(/^#\/components\/\w+\//, `$&${number}`);
  });
  const { [shared]: _, ...sections } = components as Record<string, Section>;
  return {
    paths: renamed(paths, (path) => `/${number}${path}`),
    components: Object.fromEntries(
      Object.entries(sections).map(([section, things]) => [
        section,
        renamed(things, (name) => number + name),
      ]),
    ),
  };
}

function renamed(things: Section, rename: (name: string) => string): Section {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [rename(name), thing]));
}
