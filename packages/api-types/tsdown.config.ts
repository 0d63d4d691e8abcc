import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/guards.ts", "src/methods.ts"],
  format: ["esm", "cjs"],
  dts: true,
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
  // Consumers get the very document that the types were generated from, and its hash as `sha256sum --check` reads it. Only here: in a
  // committed file, two branches that change the document would always meet in that line.
  onSuccess: () => {
    const document = readFileSync("../../spec/dist/openapi.json");
    writeFileSync("dist/openapi.json", document);
    const hash = createHash("sha256").update(document).digest("hex");
    writeFileSync("dist/openapi.json.sha256", `${hash}  openapi.json\n`);
  },
});
