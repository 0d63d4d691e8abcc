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

/** The effect of a change on consumers. */
export interface Verdict {
  readonly bump: Bump;
  readonly breaks?: readonly Breaks[];
}

export const patch: Verdict = { bump: "patch" };
export const minor: Verdict = { bump: "minor" };
export const major = (...breaks: Breaks[]): Verdict => ({ bump: "major", breaks });
/** A change after which old code neither compiles nor runs. */
export const breaking: Verdict = major("types", "wire");

/** The direction and operation of a change, if it has them. */
interface Concern {
  readonly direction?: Direction | undefined;
  readonly operation?: string | undefined;
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

  /** Compares parts for which no types are generated, such as callbacks. */
  withoutTypes(run: () => void): void {
    const before = this.#typed;
    this.#typed = false;
    run();
    this.#typed = before;
  }

  tell(
    pointer: string,
    { bump, breaks: broken }: Verdict,
    message: string,
    { direction, operation }: Concern = {},
  ): void {
    const breaks = broken === undefined || this.#typed ? broken : (["wire"] as const);
    this.changes.add(
      {
        pointer,
        bump,
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
    this.tell(head ?? base ?? "#", verdict, message, { direction, operation });
  }
}

/** A part of an operation in both documents, such as its responses. */
export class Part {
  readonly comparison: Comparison;
  readonly pair: OperationPair;
  /** The direction of the part, as the client sees it; `undefined` for an operation as a whole. */
  readonly direction: Direction | undefined;
  /** Names the operation in a sentence; a webhook or callback is named by its path. */
  readonly called: string;

  constructor(comparison: Comparison, pair: OperationPair, direction?: Direction) {
    const { name, now, turned } = pair;
    this.comparison = comparison;
    this.pair = pair;
    const turnedDirection = direction === "request" ? "response" : "request";
    this.direction = turned && direction !== undefined ? turnedDirection : direction;
    if (name === undefined) this.called = `the webhook \`${now.path}\``;
    else this.called = turned ? `the callback \`${now.path}\` of \`${name}\`` : `\`${name}\``;
  }

  tell(pointer: string, verdict: Verdict, message: string): void {
    const { direction, pair } = this;
    this.comparison.tell(pointer, verdict, message, { direction, operation: pair.name });
  }

  /** Compares two schemas, and reports the differences. */
  schemas(before: string, after: string): void {
    const { direction = "request", pair } = this;
    this.comparison.schemas(direction, [[before], [after]], pair.name);
  }

  /** Describes an element of the new document in words. */
  words(pointer: string): string {
    return this.comparison.words(this.comparison.head, pointer);
  }
}
