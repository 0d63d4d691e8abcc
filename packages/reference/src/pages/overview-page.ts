import { asObject, type JsonObject } from "@np6/openapi-document";
import { anchor, linkTo } from "../markdown/anchor.ts";
import { blocks } from "../markdown/block.ts";
import { code, plain, table } from "../markdown/inline.ts";
import { deprecation } from "../markdown/source.ts";
import { componentsOf } from "../read/components-of.ts";
import { operationsByTag } from "../read/operations-by-tag.ts";
import type { ReferenceOperation } from "../read/read-reference.ts";
import { sharedHeaders } from "../read/shared-headers.ts";
import { textOf } from "../read/text-of.ts";
import { heldValue } from "../schema/held-value.ts";
import { operationTitle } from "./operation-page.ts";

/** Writes the first page of the reference: operations, authentication, and shared response headers. */
export function overviewPage(document: JsonObject, operations: readonly ReferenceOperation[]): string {
  const info = asObject(document.info);
  const server = operations[0]?.call.server;
  return blocks(
    `# ${plain(textOf(info.title))} ${plain(textOf(info.version))}`,
    server && code(server),
    textOf(info.description),
    ...operationsByTag(document, operations).map((group) =>
      blocks(`## ${plain(group.name)}`, group.description, operationTable(group.operations)),
    ),
    "## The key",
    componentsOf(document, "securitySchemes")
      .map(([name, scheme]) =>
        heldValue(document, textOf(scheme.name) || name, {
          ...scheme,
          schema: { type: "string" },
          required: true,
        }),
      )
      .join("\n"),
    "## Response headers",
    ...sharedHeaders(document, operations).map(({ component, name, header }) =>
      blocks(`### ${plain(name)} {#${anchor("header", component)}}`, heldValue(document, name, header)),
    ),
  );
}

function operationTable(operations: readonly ReferenceOperation[]): string {
  const rows = operations.map((operation) => {
    const { operationId, method, path } = operation.call;
    const link = `[${plain(operationTitle(operation))}](${linkTo("operation", operationId)})`;
    return [
      [link, deprecation(operation.described)].filter(Boolean).join(" "),
      code(operationId),
      code(`${method} ${path}`),
    ];
  });
  return table(["Operation", "Method of the client", "Request"], rows);
}
