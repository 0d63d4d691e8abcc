import { expect, test } from "vitest";
import { changesPage } from "./changes-page.ts";

const client =
  "# @np6/api-client\n\n## 1.10.0\n\n### Minor Changes\n\n- New.\n\n## 1.9.0\n\n### Patch Changes\n\n- Mended.\n";
const types =
  "# @np6/api-types\n\n## 1.10.0\n\n### Patch Changes\n\n- Updated dependencies\n  - @np6/api-client@1.10.0\n\n## 1.9.0\n\n- Typed.\n";

test("the newest version comes first, with what each package says of it", () => {
  const page = changesPage([
    { name: "@np6/api-client", text: client },
    { name: "@np6/api-types", text: types },
  ]);
  expect(page.match(/^#+ .*$/gm)).toEqual([
    "# Changes",
    "## 1.10.0",
    "### `@np6/api-client`",
    "#### Minor Changes",
    "## 1.9.0",
    "### `@np6/api-client`",
    "#### Patch Changes",
    "### `@np6/api-types`",
  ]);
  expect(page).toContain("- Mended.\n\n### `@np6/api-types`\n\n- Typed.\n");
});
