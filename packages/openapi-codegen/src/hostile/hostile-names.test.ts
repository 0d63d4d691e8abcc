import { it } from "vitest";
import { assertHarmless } from "./assert-harmless.test-support.ts";
import { hostileStrings, testHostileDocuments } from "./hostile-strings.test-support.ts";

it.each(hostileStrings.map((text) => [JSON.stringify(text), text] as const))(
  "a document whose strings are all %s says nothing to a compiler that a harmless one does not",
  async (_, text) => {
    await assertHarmless((index) => `${text}${index % 2 === 0 ? "" : index}`);
  },
);

testHostileDocuments(12);
