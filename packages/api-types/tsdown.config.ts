import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/guards.ts", "src/methods.ts"],
  format: ["esm", "cjs"],
  dts: true,
  // Each release compares the list of published files. A hash in a name would change with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
  // Consumers get the exact document of the types, and its hash for `sha256sum --check`. It is made only here:
  // committed, it would conflict on every two branches that change the document.
  onSuccess: () => {
    const document = readFileSync("../../spec/dist/openapi.json");
    writeFileSync("dist/openapi.json", document);
    const hash = createHash("sha256").update(document).digest("hex");
    writeFileSync("dist/openapi.json.sha256", `${hash}  openapi.json\n`);
  },
});
