import { expect, it } from "vitest";
import { describeForConsumers } from "./describe-for-consumers.ts";

it("says what breaks and where to look, what is new, and that the rest needs nothing", () => {
  const text = describeForConsumers({
    bump: "major",
    changes: [
      {
        pointer: "#/a",
        operationId: "execute",
        direction: "request",
        bump: "major",
        message: "`a` has to be given now.",
      },
      { pointer: "#/b", direction: "response", bump: "major", message: "`b` is gone. (`x`, `y`)" },
      { pointer: "#/servers/0/url", bump: "major", message: "Calls go to `z` by default." },
      {
        pointer: "#/c",
        operationId: "execute",
        direction: "response",
        bump: "minor",
        message: "`c` of `execute` is new.",
      },
      { pointer: "#/d", bump: "patch", message: "`description` changed." },
      { pointer: "#/e", bump: "patch", message: "`description` changed." },
    ],
  });
  expect(text).toBe(`**Breaks: what you send.** Compile, and change these calls:

- \`execute\`: \`a\` has to be given now.

**Breaks: what you read.** Compile, and change the code that reads these responses:

- \`b\` is gone. (\`x\`, \`y\`)

**Breaks: how calls are made.** Check whether you depend on it:

- Calls go to \`z\` by default.

**New in what you can read.** A response may have values that your code does not know:

- \`c\` of \`execute\` is new.

Descriptions, examples or notes changed 2 times; nothing to do.`);
});

it("counts what is too much to list", () => {
  const changes = Array.from({ length: 40 }, (_, index) => ({
    pointer: `#/${index}`,
    bump: "minor" as const,
    message: `Number ${index} is new.`,
  }));
  expect(describeForConsumers({ bump: "minor", changes })).toContain("- … and 10 more.");
});

it("shows code before and after a break, in the item that tells of it", () => {
  const change = {
    pointer: "#/a",
    direction: "response",
    bump: "major",
    message: "`a` can be null now.",
  } as const;
  const both = {
    ...change,
    witness: { before: "const a: string = b;", after: "const a: string | null = b;" },
  };
  expect(describeForConsumers({ bump: "major", changes: [both] })).toContain(`
- \`a\` can be null now.

  \`\`\`ts
  // before
  const a: string = b;
  // after
  const a: string | null = b;
  \`\`\`
`);
  const gone = { ...change, message: "`c` was removed.", witness: { before: "b.c" } };
  expect(describeForConsumers({ bump: "major", changes: [gone] })).not.toContain("// after");
});
