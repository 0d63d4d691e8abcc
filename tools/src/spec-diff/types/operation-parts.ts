import type ts from "typescript5";
import { describeProperties, type TypeProperty } from "./describe-properties.ts";

/** A body that an operation takes or gives. */
export interface TypedBody {
  /** Status of an answer; absent for a request. */
  readonly status?: string;
  readonly mediaType: string;
  readonly type: ts.Type;
}

/** What the generated types say of one operation. */
export interface OperationParts {
  /** `path`, `query`, `header` and `cookie`, as far as the operation has them. */
  readonly parameters: ReadonlyMap<string, TypeProperty>;
  readonly requestBody: TypeProperty | undefined;
  readonly requests: readonly TypedBody[];
  readonly answers: readonly TypedBody[];
  /** Headers by status. */
  readonly headers: ReadonlyMap<string, ts.Type>;
  /** Statuses that come without a body. */
  readonly empty: readonly string[];
}

/** Takes the generated type of an operation apart. */
export function operationParts(checker: ts.TypeChecker, operation: ts.Type): OperationParts {
  const of = (type: ts.Type | undefined) =>
    type === undefined ? new Map<string, TypeProperty>() : describeProperties(checker, type);
  const parts = of(operation);
  const requestBody = parts.get("requestBody");
  const statuses = [...of(parts.get("responses")?.type)].map(([status, response]) => {
    const members = of(response.type);
    return { status, headers: members.get("headers")?.type, content: of(members.get("content")?.type) };
  });
  return {
    parameters: of(parts.get("parameters")?.type),
    requestBody,
    requests: [...of(of(requestBody?.type).get("content")?.type)].map(([mediaType, { type }]) => ({
      mediaType,
      type,
    })),
    answers: statuses.flatMap(({ status, content }) =>
      [...content].map(([mediaType, { type }]) => ({ status, mediaType, type })),
    ),
    headers: new Map(
      statuses.flatMap(({ status, headers }) => (headers === undefined ? [] : [[status, headers]])),
    ),
    empty: statuses.filter(({ content }) => content.size === 0).map(({ status }) => status),
  };
}
