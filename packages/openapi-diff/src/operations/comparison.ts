import type { EffectiveOperation } from "@np6/openapi-document";
import type { Bump } from "../changes/bump.ts";
import { capitalize } from "../changes/capitalize.ts";
import { ChangeList } from "../changes/change-list.ts";
import { describePlace } from "../changes/describe-place.ts";
import type { Breaks, Direction } from "../changes/spec-change.ts";
import type { Finding, ViewPair } from "../schemas/finding.ts";
import { SchemaComparer, type Visited } from "../schemas/schema-comparer.ts";
import { schemaRules } from "../schemas/schema-rules.ts";
import type { Side } from "../schemas/side.ts";
import { showValue } from "./show-value.ts";

/** An operation of both documents, and its name in messages. */
export interface OperationPair {
  readonly name: string | undefined;
  readonly old: EffectiveOperation;
  readonly now: EffectiveOperation;
  /** Whether the API sends its requests, so that the client reads them. */
  readonly turned: boolean;
}

/** Names an operation in a sentence; a webhook or callback is named by its path. */
export function calledBy({ name, now, turned }: OperationPair): string {
  if (name === undefined) return `the webhook \`${now.path}\``;
  return turned ? `the callback \`${now.path}\` of \`${name}\`` : `\`${name}\``;
}

/** A change that does not come from a schema. */
export interface Told {
  readonly pointer: string;
  readonly direction?: Direction | undefined;
  readonly bump: Bump;
  readonly breaks?: readonly Breaks[];
  readonly message: string;
}

/** A comparison of two documents, and its changes so far. */
export class Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly changes: ChangeList = new ChangeList();
  readonly #schemas: SchemaComparer;
  readonly #visited = new Map<string, Visited>();
  #typed = true;

  constructor(base: Side, head: Side) {
    this.base = base;
    this.head = head;
    this.#schemas = new SchemaComparer(base, head);
  }

  /** Returns the direction of a part, as the client sees it. */
  direction(pair: OperationPair, part: Direction): Direction {
    if (!pair.turned) return part;
    return part === "request" ? "response" : "request";
  }

  /** Compares parts for which no types are generated, such as callbacks. */
  withoutTypes(run: () => void): void {
    const before = this.#typed;
    this.#typed = false;
    run();
    this.#typed = before;
  }

  tell({ direction, breaks: broken, message, ...change }: Told, operation?: string): void {
    const breaks = broken === undefined || this.#typed ? broken : (["wire"] as const);
    this.changes.add(
      {
        ...change,
        message: capitalize(message),
        ...(direction === undefined ? {} : { direction }),
        ...(breaks === undefined ? {} : { breaks }),
      },
      operation,
    );
  }

  /** Compares two schemas and everything inside them, and reports the differences. */
  schemas(direction: Direction, views: ViewPair, operation: string | undefined): void {
    const key = `${operation}`;
    const visited: Visited = this.#visited.get(key) ?? new Set();
    this.#visited.set(key, visited);
    for (const finding of this.#schemas.compare(direction, views, visited))
      this.#tellFinding(finding, direction, operation);
  }

  /** Compares a component as a type that code may import, unless an operation's comparison included it. */
  unusedSchema(pointer: string): void {
    if (this.#schemas.knows(pointer)) return;
    for (const finding of this.#schemas.compareWritten("response", [[pointer], [pointer]])) {
      const { bump, breaks = [] } = schemaRules[finding.rule].response;
      if (bump === "major" && !breaks.includes("types")) continue;
      this.#tellFinding(finding, undefined, undefined);
    }
  }

  /** Whether code that reads the old schema can read the new one. */
  isReadable(views: ViewPair): boolean {
    return this.#schemas
      .compare("response", views)
      .every(({ rule }) => schemaRules[rule].response.bump !== "major");
  }

  /** Describes the object at a pointer of one of the documents. */
  words(side: Side, pointer: string): string {
    return describePlace(side.document, pointer, (path, method) =>
      side.operationName(method.toUpperCase(), path),
    );
  }

  #tellFinding(finding: Finding, direction: Direction | undefined, operation: string | undefined): void {
    const { rule, head, base, place, name = "", from, to } = finding;
    const { says, ...ruled } = schemaRules[rule][direction ?? "response"];
    // A schema that is neither sent nor read breaks no call.
    const verdict =
      direction === undefined && ruled.breaks ? { ...ruled, breaks: ["types"] as const } : ruled;
    const side = head === undefined ? this.base : this.head;
    const words = this.words(side, place ?? head ?? base ?? "#");
    const message = says.replace(/PLACE|NAME|\bFROM\b|\bTO\b/g, (word) => {
      if (word === "PLACE") return words;
      if (word === "NAME") return name;
      return showValue(word === "FROM" ? from : to);
    });
    this.tell({ pointer: head ?? base ?? "#", direction, ...verdict, message }, operation);
  }
}
