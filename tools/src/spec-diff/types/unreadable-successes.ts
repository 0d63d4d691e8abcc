import type { FoundChange } from "../found-change.ts";
import { childPointer, resolvePointer } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { TypedOperation } from "./compare-operation.ts";
import type { OperationParts, TypedBody } from "./operation-parts.ts";

/**
 * Finds successes that are new and that old readers cannot read. The result of a call is the union of all its successes,
 * each in its first media type, so one more of another shape changes what every caller gets. A media type behind another one
 * comes only to who asks for it. Refusals are told apart by their status; one more of them surprises nobody.
 * @param readable - whether code that reads the known answer can read the new one
 */
export function unreadableSuccesses(
  old: TypedOperation,
  now: TypedOperation,
  readable: (body: TypedBody, known: TypedBody) => boolean,
): FoundChange[] {
  const [before, after] = [successes(old.parts), successes(now.parts)];
  const { name } = now.operation;
  const change = { direction: "response", operationId: name, bump: "major" } as const;
  const answer = (status: string, ...tokens: string[]) => {
    const responses = childPointer(operationPointer(now.document, now.operation), "responses", status);
    return tokens.length === 0 ? responses : childPointer(resolvePointer(now.document, responses), ...tokens);
  };
  // Who got no body reads none.
  if (before.bodies.length === 0) return [];
  const isDefault = ({ status = "", mediaType }: TypedBody) =>
    now.operation.responses[status]?.[0] === mediaType;
  const unreadable = after.bodies
    .filter(isDefault)
    .filter(
      (body) =>
        !before.bodies.some((known) => known.status === body.status && known.mediaType === body.mediaType),
    )
    .filter((body) => !before.bodies.some((known) => readable(body, known)))
    .map(({ status = "", mediaType }) => ({
      ...change,
      head: answer(status, "content", mediaType),
      message: `\`${name}\` can answer ${status} with a \`${mediaType}\` that code for its other answers cannot read.`,
    }));
  const empty = before.empty.length > 0 ? [] : after.empty;
  return unreadable.concat(
    empty.map((status) => ({
      ...change,
      head: answer(status),
      message: `\`${name}\` can answer ${status} without a body, where there always was one.`,
    })),
  );
}

/** Beside a declared 2xx, `default` stands for refusals; alone, it stands for everything. */
function successes(parts: OperationParts): { bodies: readonly TypedBody[]; empty: readonly string[] } {
  const statuses = [...parts.answers.map(({ status = "" }) => status), ...parts.empty];
  const declared = statuses.some((status) => status.startsWith("2"));
  const isSuccess = (status: string) => (declared ? status.startsWith("2") : status === "default");
  return {
    bodies: parts.answers.filter(({ status = "" }) => isSuccess(status)),
    empty: parts.empty.filter(isSuccess),
  };
}
