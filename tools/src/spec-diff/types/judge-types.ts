import type ts from "typescript5";
import type { FoundChange } from "../found-change.ts";
import { childPointer } from "../json-pointer.ts";
import type { NamedOperation, OperationPair } from "../pair-operations.ts";
import type { ReadSpec } from "../read-spec.ts";
import { compareOperation, type TypedOperation, type TypeJudges } from "./compare-operation.ts";
import { describeProperties } from "./describe-properties.ts";
import { loadTypes, type TypesFile } from "./load-types.ts";
import { operationParts } from "./operation-parts.ts";
import { createTypeJudge } from "./type-judge.ts";

/**
 * Judges two documents by the types that consumers compile against: do old calls still compile, and do old readers still
 * find what they read? Where that is so and the types differ all the same, there is something new.
 */
export function judgeTypes(base: ReadSpec, head: ReadSpec, pairs: readonly OperationPair[]): FoundChange[] {
  const types = loadTypes(base.types, head.types);
  const { checker } = types;
  const judges: TypeJudges = {
    request: createTypeJudge(checker, "request"),
    response: createTypeJudge(checker, "response"),
  };
  const typed = (spec: ReadSpec, file: TypesFile) => {
    const operations = describeProperties(checker, file.operations);
    return (operation: NamedOperation): TypedOperation | undefined => {
      const type = operations.get(operation.name)?.type;
      return type && { document: spec.document, operation, parts: operationParts(checker, type) };
    };
  };
  const [typedBase, typedHead] = [typed(base, types.base), typed(head, types.head)];
  const found = pairs.flatMap((pair) => {
    const [old, now] = [typedBase(pair.base), typedHead(pair.head)];
    return old === undefined || now === undefined ? [] : compareOperation(old, now, judges);
  });
  return found.concat(schemasThatCameOrWent(checker, types.base, types.head));
}

/** Schemas are types with a name, which code can import. */
function schemasThatCameOrWent(checker: ts.TypeChecker, base: TypesFile, head: TypesFile): FoundChange[] {
  const names = ({ schemas }: TypesFile) =>
    new Set(schemas === undefined ? [] : describeProperties(checker, schemas).keys());
  const [old, now] = [names(base), names(head)];
  const place = (name: string) => childPointer("#", "components", "schemas", name);
  return [
    ...[...old.difference(now)].map((name) => ({
      base: place(name),
      bump: "major" as const,
      message: `The type \`${name}\` is gone; code that names it no longer compiles.`,
    })),
    ...[...now.difference(old)].map((name) => ({
      head: place(name),
      bump: "minor" as const,
      message: `The type \`${name}\` is new.`,
    })),
  ];
}
