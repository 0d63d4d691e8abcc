import type { Execution, ExecutionResult, operations } from "@np6/api-types";
import type { Methods, OperationInSeveralMediaTypes } from "@np6/api-types/methods";
import type { CommonCallOptions, OperationMethods } from "@np6/openapi-runtime";
import { describe, expectTypeOf, test } from "vitest";
import type { api } from "./generated/operations.gen.ts";
import type {
  DuplicateWorkflowInput,
  ExecuteWorkflowInput,
  ExecuteWorkflowResult,
  Np6Client,
} from "./index.ts";

type Generated = Methods<CommonCallOptions>;
type Computed = Omit<OperationMethods<operations, typeof api>, OperationInSeveralMediaTypes>;

/** The result of each method, by operation. */
type Answers<Methods> = {
  readonly [Id in keyof Methods]: Methods[Id] extends (...input: never[]) => infer Answer
    ? Awaited<Answer>
    : never;
};
/** The input of each method, by operation, whether it is optional or not. */
type Inputs<Methods> = {
  readonly [Id in keyof Methods]: Methods[Id] extends (
    ...input: infer Input extends readonly unknown[]
  ) => unknown
    ? NonNullable<Input[0]>
    : never;
};

describe("the generated signatures", () => {
  test("are there for every operation, but for those in several media types", () => {
    expectTypeOf<keyof Generated | OperationInSeveralMediaTypes>().toEqualTypeOf<keyof operations>();
  });

  test("answer what the document says", () => {
    expectTypeOf<Answers<Generated>>().toEqualTypeOf<Answers<Computed>>();
    type Other = Answers<Generated>["replaceWorkflowNodes"];
    // @ts-expect-error one answers an array
    expectTypeOf<Other>().toEqualTypeOf<Answers<Computed>["replaceWorkflow"]>();
  });

  test("give the head of the answer beside the data, as the computed ones do", () => {
    type Heads<Methods> = {
      readonly [Id in keyof Methods]: Methods[Id] extends (...input: never[]) => {
        withResponse(): infer Head;
      }
        ? Awaited<Head>
        : never;
    };
    expectTypeOf<Heads<Computed>>().toExtend<Heads<Generated>>();
    expectTypeOf<Heads<Generated>["replaceWorkflow"]["data"]>().toEqualTypeOf<
      Answers<Computed>["replaceWorkflow"]
    >();
  });

  test("take what the document says", () => {
    // Only in this direction: the generated inputs also allow an explicit `undefined` for an optional member.
    type Unfit<These, Those> = {
      [Id in keyof These & keyof Those]: These[Id] extends Those[Id] ? never : Id;
    }[keyof These & keyof Those];
    expectTypeOf<Unfit<Inputs<Computed>, Inputs<Generated>>>().toBeNever();
    type Other = Inputs<Generated>["replaceWorkflowNodes"];
    // @ts-expect-error one takes an array
    expectTypeOf<Other>().toExtend<Inputs<Computed>["replaceWorkflow"]>();
  });
});

describe("the named types of an operation", () => {
  test("are those of the method", () => {
    expectTypeOf<ExecuteWorkflowResult>().toEqualTypeOf<ExecutionResult>();
    expectTypeOf<ExecuteWorkflowInput["body"]>().toEqualTypeOf<Execution>();
    expectTypeOf<Np6Client["duplicateWorkflow"]>().parameter(0).toExtend<DuplicateWorkflowInput>();
  });

  test("make a port that the client fits, and a fake that needs nothing of it", () => {
    interface Executes {
      executeWorkflow(input: ExecuteWorkflowInput): Promise<ExecuteWorkflowResult>;
    }
    expectTypeOf<Np6Client>().toExtend<Executes>();
    const fake: Executes = { executeWorkflow: async () => ({ type: "success" }) };
    expectTypeOf(fake.executeWorkflow).returns.resolves.toEqualTypeOf<ExecutionResult>();
  });
});
