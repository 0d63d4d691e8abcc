import type { Execution, ExecutionResult, operations } from "@np6/api-types";
import { expectTypeOf, test } from "vitest";
import type { FetchResult, Np6Client, OperationData, OperationInput } from "./index.ts";

type ExecuteWorkflow = operations["executeWorkflow"];
declare const np6: Np6Client;
declare const input: OperationInput<ExecuteWorkflow>;

test("the types of a call are those of a call that names no media type", () => {
  expectTypeOf<OperationData<ExecuteWorkflow>>().toEqualTypeOf<ExecutionResult>();
  expectTypeOf(np6.executeWorkflow(input)).resolves.toEqualTypeOf<OperationData<ExecuteWorkflow>>();
  expectTypeOf(input.body).toEqualTypeOf<Execution>();
  const byPath = np6.POST("/scripting/workflows/{id}/execution", {
    params: { path: { id: 1 } },
    body: input.body,
  });
  expectTypeOf(byPath).resolves.toEqualTypeOf<FetchResult<ExecuteWorkflow>>();
});

test("another operation's types are others", () => {
  expectTypeOf<OperationData<operations["executeWorkflowBatch"]>>().toEqualTypeOf<ExecutionResult[]>();
  expectTypeOf<OperationData<operations["deleteWorkflow"]>>().toEqualTypeOf<undefined>();
});
