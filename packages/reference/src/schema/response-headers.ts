import { asObject, describedAt, type JsonObject } from "@np6/openapi-document";
import { linkTo } from "../markdown/anchor.ts";
import { blocks } from "../markdown/block.ts";
import { code } from "../markdown/inline.ts";
import { componentName } from "../read/component-name.ts";
import { heldValue } from "./held-value.ts";

/** Writes the headers of a response. Shared headers are described once, on the first page. */
export function responseHeaders(document: JsonObject, response: JsonObject): string {
  const headers = Object.entries(asObject(response.headers));
  const shared = headers.flatMap(([name, header]) => {
    const component = componentName(header);
    return component === undefined ? [] : [`[${code(name)}](${linkTo("header", component)})`];
  });
  const own = headers.filter(([, header]) => componentName(header) === undefined);
  return blocks(
    shared.length > 0 ? `Headers: ${shared.join(", ")}` : "",
    own.map(([name, header]) => heldValue(document, name, describedAt(document, header))).join("\n"),
  );
}
