import path from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { defaultCommand } from "./default-command.ts";

it("is relative to the package of the first output, quoted where a shell needs it", async () => {
  const folder = await temporaryFolder({ "shop/package.json": "{}" });
  const command = defaultCommand({
    spec: path.join(folder, "my spec/it's.yaml"),
    types: path.join(folder, "shop/src/generated/types.gen.ts"),
    operations: path.join(folder, "other/operations.gen.ts"),
  });
  expect(command).toBe(
    `np6-codegen generate --spec '../my spec/it'\\''s.yaml' --types src/generated/types.gen.ts --operations ../other/operations.gen.ts`,
  );
});
