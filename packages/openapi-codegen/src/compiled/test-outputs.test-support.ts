import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generate.ts";
import { shopDocument } from "../testing/shop-document.test-support.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { type Compiler, typeCheck } from "../testing/type-check.test-support.ts";

/** Makes a folder with the shop's document, and options that generate types and operations into it. */
export async function shop(content: string = shopDocument): Promise<{
  folder: string;
  spec: string;
  types: string;
  operations: string;
}> {
  const folder = await temporaryFolder({ "package.json": "{}", "openapi.yaml": content });
  return {
    folder,
    spec: path.join(folder, "openapi.yaml"),
    types: path.join(folder, "src/generated/types.gen.ts"),
    operations: path.join(folder, "src/generated/operations.gen.ts"),
  };
}

/** Tests generated types, operations and validators with a compiler. */
export function testOutputs(compiler: Compiler): void {
  it(`generate writes what ${compiler} accepts on its own`, async () => {
    const { folder, spec } = await shop();
    await generate({
      spec,
      types: path.join(folder, "types.gen.ts"),
      operations: path.join(folder, "operations.gen.ts"),
      validators: path.join(folder, "validators.gen.ts"),
    });
    const use = `import type { operations } from "./types.gen.js";
import { api } from "./operations.gen.js";
import { validators } from "./validators.gen.js";
const names: Record<keyof operations, unknown> = api.operations;
export const format: "json" = api.mediaTypes["application/vnd.example.order-v2"];
export const accepted: boolean | undefined = validators.createOrder?.requestBody["application/vnd.example.order-v2"]?.({});
export { names };
`;
    await writeFile(path.join(folder, "use.ts"), use);
    expect(await typeCheck(folder, compiler)).toMatchObject({ code: 0, stdout: "" });
    await writeFile(path.join(folder, "use.ts"), use.replace('format: "json"', 'format: "text"'));
    expect(await typeCheck(folder, compiler)).toMatchObject({
      stdout: expect.stringContaining("use.ts(5,14)"),
    });
    await writeFile(path.join(folder, "use.ts"), use.replace("accepted: boolean", "accepted: string"));
    expect(await typeCheck(folder, compiler)).toMatchObject({
      stdout: expect.stringContaining("use.ts(6,14)"),
    });
  });
}
