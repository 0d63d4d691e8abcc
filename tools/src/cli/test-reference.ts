import { join } from "node:path";
import { driveBrowser } from "../drive-browser.ts";
import { repositoryRoot } from "../repository/repository-root.ts";
import { runCounted } from "../turbo/run-counted.ts";

/** `pnpm test:reference`: builds the API reference and looks at it in headless Chromium. Its last line is `N passed, N failed`. */
const page = join(repositoryRoot, "packages/reference/dist/reference.html");
const document = join(repositoryRoot, "packages/api-types/dist/openapi.json");
await runCounted(
  ["@np6/reference"],
  (say) => driveBrowser("src/run.ts", { page, document }, say),
  "released",
);
