import { expect, test } from "vitest";
import { leaveOutOperationTable } from "./leave-out-operation-table.ts";

const before = "// @public\nexport type A = 1;\n\n";
const table = "// @public (undocumented)\nconst api: {\n    readonly operations: {\n    };\n};\n\n";
const after = "// @public\nexport type Z = typeof api;\n";

test("the table goes, and what stands around it stays", () => {
  expect(leaveOutOperationTable(before + table + after)).toBe(before + after);
});

test("a report without the table stays as it is", () => {
  expect(leaveOutOperationTable(before + after)).toBe(before + after);
});
