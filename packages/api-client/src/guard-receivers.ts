import type { Receiver } from "@np6/api-types";
import type { ApiDescription, Guard } from "@np6/openapi-runtime";
import { api } from "./generated/operations.gen.ts";

/** Decides whether a receiver may be executed for. Any result except `true` refuses the call, and nothing is sent. */
export type ReceiverGuard = (receiver: Receiver) => boolean;

const operations: ApiDescription["operations"] = api.operations;

/** Calls the function for every receiver of an execution, as the body will be sent. */
export function guardReceivers(mayReceive: ReceiverGuard): Guard {
  return (operationId, body) => {
    const isList = Array.isArray(body);
    for (const [index, execution] of (isList ? body : [body]).entries()) {
      const receiver: unknown = Object(execution).receiver;
      // A receiver is checked wherever it occurs, even if the operation is not declared to reach people.
      if (receiver === undefined && !operations[operationId]?.contactsPeople) continue;
      const field = isList ? `body[${index}].receiver` : "body.receiver";
      if (receiver === undefined)
        throw new Error(`\`${field}\` is missing, so \`receivers\` cannot check it.`);
      if (callGuard(mayReceive, receiver as Receiver) !== true)
        throw new Error(`\`${field}\` is refused by the client's \`receivers\`; nothing was sent.`);
    }
  };
}

function callGuard(mayReceive: ReceiverGuard, receiver: Receiver): unknown {
  try {
    return mayReceive(receiver);
  } catch (cause) {
    throw new Error("the client's `receivers` function failed; see `cause`.", { cause });
  }
}
