import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { redactText, redactValue } from "../failures/redact.ts";
import { redactCause } from "../failures/redact-cause.ts";
import { assertProperty } from "./assert-property.test-support.ts";

/** Any key that is long enough to differ from other text, without letters of its replacement `[redacted]`. */
const key = fc.string({
  unit: fc.constantFrom(..."ABCXYZ0123456789!\"#$%&'()*+,-./:;<=>?@\\^_`{|}~"),
  minLength: 8,
  maxLength: 64,
});

/** A key, and words of which many are the key in one of its spellings. */
const keyAndWords = key.chain((secret) =>
  fc.tuple(
    fc.constant(secret),
    fc.array(
      fc.oneof(
        fc.constantFrom(...spellings(secret)),
        fc.string({ unit: fc.constantFrom(..."abc [](){}<>\n"), maxLength: 10 }),
      ),
    ),
  ),
);

function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

function expectNone(text: string, secret: string): void {
  for (const spelling of spellings(secret)) expect(text).not.toContain(spelling);
}

test("no spelling of the key is left in a text", () => {
  assertProperty(keyAndWords, ([secret, words]) => {
    expectNone(redactText(words.join(" "), secret), secret);
  });
});

test("a text without the key stays as it is", () => {
  assertProperty(fc.tuple(key, fc.string({ unit: fc.constantFrom(..."abc defgh") })), ([secret, text]) => {
    expect(redactText(text, secret)).toBe(text);
  });
});

test("no spelling of the key is left in a JSON value, in no string and in no name", () => {
  const value = keyAndWords.chain(([secret, words]) => {
    const word = fc.constantFrom(secret, "x", ...words);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        word,
        fc.integer(),
        fc.array(tie("tree")),
        fc.dictionary(word, tie("tree")),
      ),
    }));
    return fc.tuple(fc.constant(secret), tree);
  });
  assertProperty(value, ([secret, tree]) => {
    expectNone(JSON.stringify(redactValue(tree, secret)), secret);
  });
});

test("no spelling of the key is left in a chain of causes", () => {
  assertProperty(keyAndWords, ([secret, words]) => {
    const thrown = words.reduce<Error>(
      (cause, word) => Object.assign(new Error(word, { cause }), { code: word, name: word, request: word }),
      new Error(secret),
    );
    expectNone(inspect(redactCause(thrown, secret), { depth: 12, showHidden: true }), secret);
  });
});
