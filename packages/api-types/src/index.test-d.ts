import { describe, expectTypeOf, test } from "vitest";
import type { components, Execution, operations, paths, Workflow } from "./index.ts";

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

  test("have a name of their own for each schema", () => {
    expectTypeOf<Schemas["Workflow"]>().toEqualTypeOf<Workflow>();
    expectTypeOf<Schemas["Execution"]>().toEqualTypeOf<Execution>();
  });
});

describe("a free-form object", () => {
  type FreeForm = NonNullable<Schemas["Execution"]["data"]>;

  test("takes any content; a closed one would take none", () => {
    expectTypeOf<FreeForm>().toEqualTypeOf<{ [key: string]: unknown }>();
    expectTypeOf<FreeForm>().not.toEqualTypeOf<Record<string, never>>();
    const data: FreeForm = { firstName: "Ada", nested: { list: [1] } };
    void data;
    // @ts-expect-error the type that a closed object would have
    const closed: Record<string, never> = { firstName: "Ada" };
    void closed;
  });
});
