import { describe, expectTypeOf, test } from "vitest";
import type { components, operations, paths } from "./index.ts";

type Schemas = components["schemas"];

describe("the generated types", () => {
  test("describe paths, operations and components, tied together", () => {
    expectTypeOf<"duplicateWorkflow" | "executeWorkflow" | "executeWorkflowBatch">().toExtend<
      keyof operations
    >();
    expectTypeOf<paths["/scripting/workflows/{id}/execution"]["post"]>().toEqualTypeOf<
      operations["executeWorkflow"]
    >();
    expectTypeOf<
      operations["executeWorkflowBatch"]["requestBody"]["content"]["application/vnd.np6.cm.workflow-v4"]
    >().toEqualTypeOf<Schemas["Execution"][]>();
    expectTypeOf<
      operations["duplicateWorkflow"]["responses"][200]["content"]["application/json"]
    >().toEqualTypeOf<Schemas["Workflow"]>();
  });

  test("know the path's id as a number that must be given", () => {
    expectTypeOf<operations["duplicateWorkflow"]["parameters"]["path"]>().toEqualTypeOf<{ id: number }>();
  });

  test("know a 409 without a body", () => {
    expectTypeOf<operations["executeWorkflow"]["responses"][409]["content"]>().toEqualTypeOf<undefined>();
  });

  test("keep the values of an enum", () => {
    expectTypeOf<Schemas["Workflow"]["state"]>().toEqualTypeOf<0 | 1 | undefined>();
    expectTypeOf<NonNullable<Schemas["CappingPeriod"]["unit"]>>().toEqualTypeOf<
      "MILLISECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR"
    >();
    // @ts-expect-error a value that the reference does not have
    const workflow: Schemas["Workflow"] = { state: 2 };
    void workflow;
  });
});

describe("a free-form object", () => {
  type FreeForm = NonNullable<Schemas["Execution"]["data"]>;

  test("takes any content; a closed one would take none", () => {
    expectTypeOf<FreeForm>().toEqualTypeOf<{ [key: string]: unknown }>();
    expectTypeOf<FreeForm>().not.toEqualTypeOf<Record<string, never>>();
    const data: FreeForm = { firstName: "Ada", nested: { list: [1] } };
    void data;
    // @ts-expect-error what the object would be if the spec left it closed
    const closed: Record<string, never> = { firstName: "Ada" };
    void closed;
  });

  test("stays open beside a discriminator, so that an unknown variant is neither refused nor lost", () => {
    const receiver: Schemas["Receiver"] = { type: "hash", value: "d41d8cd9", added: { later: true } };
    expectTypeOf(receiver.added).toBeUnknown();
    // @ts-expect-error the discriminator is a string
    const wrong: Schemas["Receiver"] = { type: 7 };
    void wrong;
  });
});
