import type { operations } from "@np6/api-types";
import type { Methods, OperationInSeveralMediaTypes } from "@np6/api-types/methods";
import type { CommonCallOptions, OperationMethods } from "@np6/openapi-runtime";
import { describe, expectTypeOf, test } from "vitest";
import type { api } from "./generated/operations.gen.ts";

type Generated = Methods<CommonCallOptions>;
type Computed = Omit<OperationMethods<operations, typeof api>, OperationInSeveralMediaTypes>;

/** What a method answers, by operation. */
type Answers<Methods> = {
  readonly [Id in keyof Methods]: Methods[Id] extends (...input: never[]) => infer Answer ? Answer : never;
};
/** What a method takes, by operation. */
type Inputs<Methods> = {
  readonly [Id in keyof Methods]: Methods[Id] extends (...input: infer Input) => unknown ? Input : never;
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

  test("take what the document says", () => {
    expectTypeOf<Inputs<Generated>>().toExtend<Inputs<Computed>>();
    expectTypeOf<Inputs<Computed>>().toExtend<Inputs<Generated>>();
    type Other = Inputs<Generated>["replaceWorkflowNodes"];
    // @ts-expect-error one takes an array
    expectTypeOf<Other>().toExtend<Inputs<Computed>["replaceWorkflow"]>();
  });
});
