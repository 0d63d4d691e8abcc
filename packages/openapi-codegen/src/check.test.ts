import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { check } from "./check.ts";
import { generate } from "./generate.ts";
import { shopDocument } from "./testing/shop-document.test-support.ts";
import { temporaryFolder } from "./testing/temporary-folder.test-support.ts";

async function generatedShop() {
  const folder = await temporaryFolder({ "openapi.yaml": shopDocument });
  const options = {
    spec: path.join(folder, "openapi.yaml"),
    types: path.join(folder, "types.gen.ts"),
    operations: path.join(folder, "operations.gen.ts"),
    validators: path.join(folder, "validators.gen.ts"),
  };
  await generate(options);
  return { folder, options };
}

it("finds nothing right after generating", async () => {
  const { options } = await generatedShop();
  expect((await check(options)).outdated).toEqual([]);
});

it("finds an edit of the document, in the file that it changes", async () => {
  const { options } = await generatedShop();
  await writeFile(options.spec, shopDocument.replace("What was bought", "What was sold"));
  const { outdated } = await check(options);
  expect(outdated.map((file) => path.basename(file.path))).toEqual(["types.gen.ts"]);
  expect(outdated[0]?.difference).toMatchObject({ expected: expect.stringContaining("What was sold") });
});

it("finds an edit of a generated file, and a change of its line ends", async () => {
  const { options } = await generatedShop();
  const operations = await readFile(options.operations, "utf8");
  await writeFile(options.operations, operations.replace('"POST"', '"PUT"'));
  const validators = await readFile(options.validators, "utf8");
  await writeFile(options.validators, validators.replace("errors === 0", "true"));
  await writeFile(options.types, (await readFile(options.types, "utf8")).replaceAll("\n", "\r\n"));
  const { outdated } = await check(options);
  expect(outdated[0]?.difference).toMatchObject({ line: 1, found: expect.stringMatching(/\r$/) });
  expect(outdated[1]?.difference).toMatchObject({
    expected: '      method: "POST",',
    found: '      method: "PUT",',
  });
  expect(outdated[2]?.difference).toMatchObject({
    expected: "return errors === 0;",
    found: "return true;",
  });
});

it("finds a missing file and does not make it", async () => {
  const { folder, options } = await generatedShop();
  await rm(options.types);
  expect((await check(options)).outdated).toEqual([{ path: options.types, difference: undefined }]);
  expect(await readdir(folder)).toEqual(["openapi.yaml", "operations.gen.ts", "validators.gen.ts"]);
});
