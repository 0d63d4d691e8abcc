import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { FailureTable } from "../answers/failure-table.tsx";
import { Refusals } from "../answers/refusals.tsx";
import { componentsOf } from "../read/components-of.ts";
import { operationsByTag } from "../read/operations-by-tag.ts";
import type { FailureRow } from "../read/read-failures.ts";
import type { ReferenceOperation } from "../read/read-reference.ts";
import { sharedHeaders } from "../read/shared-headers.ts";
import { sharedRefusals } from "../read/shared-refusals.ts";
import { textOf } from "../read/text-of.ts";
import { HeldValue } from "../schema/held-value.tsx";
import { Schema } from "../schema/schema.tsx";
import { anchor } from "../text/anchor.ts";
import { Text } from "../text/text.tsx";
import { Chapter } from "./chapter.tsx";
import { Navigation } from "./navigation.tsx";
import { Operation } from "./operation.tsx";

/** What the page is made of. */
export interface PageContent {
  readonly document: JsonObject;
  readonly operations: readonly ReferenceOperation[];
  readonly failures: readonly FailureRow[];
  /** Markdown: what the grades of sources mean. */
  readonly sources: string;
  /** Markdown: what nobody knows, and what would settle it. */
  readonly openQuestions: string;
}

const chapters = [
  ["key", "The key"],
  ["failures", "Failures"],
  ["headers", "Response headers"],
  ["schemas", "Schemas"],
  ["open-questions", "Open questions"],
  ["sources", "Sources"],
] as const;

/** The body of the page. */
export function Page({ document, operations, failures, sources, openQuestions }: PageContent): JSX.Element {
  const info = isJsonObject(document.info) ? document.info : {};
  const server = operations[0]?.call.server;
  const groups = operationsByTag(document, operations);
  const schemas = componentsOf(document, "schemas");
  return (
    <>
      <a class="skip" href="#content">
        Skip the contents
      </a>
      <header>
        <h1>
          {textOf(info.title)} <span class="version">{textOf(info.version)}</span>
        </h1>
        <p class="server">
          <code>{server}</code>
        </p>
      </header>
      <div class="layout">
        <Navigation groups={groups} schemaNames={schemas.map(([name]) => name)} chapters={chapters} />
        <main id="content">
          <Text markdown={info.description} />
          {groups.map((group) => (
            <Chapter id={anchor("tag", group.name)} title={group.name}>
              <Text markdown={group.description} />
              {group.operations.map((operation) => (
                <Operation document={document} operation={operation} />
              ))}
            </Chapter>
          ))}
          <Chapter id="key" title="The key">
            <dl class="properties">
              {componentsOf(document, "securitySchemes").map(([name, scheme]) => (
                <HeldValue
                  document={document}
                  name={textOf(scheme.name) || name}
                  holder={{ ...scheme, schema: { type: "string" }, required: true }}
                />
              ))}
            </dl>
          </Chapter>
          <Chapter id="failures" title="Failures">
            <p>
              Every failure of the client is one of a few classes and says what happened (<code>kind</code>)
              and whether a call that is not harmless to repeat may have run (<code>outcomeUnknown</code>). If
              it may, look in NP6 before you send it again. This table was not written: the client was made to
              fail when this page was built.
            </p>
            <FailureTable rows={failures} />
            <h3>Refusals</h3>
            <Refusals document={document} refusals={sharedRefusals(document, operations)} />
          </Chapter>
          <Chapter id="headers" title="Response headers">
            <dl class="properties">
              {sharedHeaders(document, operations).map(({ component, name, header }) => (
                <HeldValue document={document} name={name} holder={header} id={anchor("header", component)} />
              ))}
            </dl>
          </Chapter>
          <Chapter id="schemas" title="Schemas">
            {schemas.map(([name, schema]) => (
              <Schema document={document} name={name} schema={schema} />
            ))}
          </Chapter>
          <Chapter id="open-questions" title="Open questions">
            <Text markdown={openQuestions} />
          </Chapter>
          <Chapter id="sources" title="Sources">
            <Text markdown={sources} />
          </Chapter>
        </main>
      </div>
    </>
  );
}
