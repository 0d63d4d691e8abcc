import { expect, test } from "vitest";
import { checkSentences } from "./check-sentences.ts";

const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");

test("a sentence of more than 25 words is reported, with the line of its paragraph", () => {
  expect(checkSentences("page.md", `# Title\n\nShort.\n\n- An item.\n  ${words(26)}.\n`)).toEqual([
    'page.md:5: the sentence "w0 w1 w2 w3 w4 w5 …" has 26 words, more than 25; split it.',
  ]);
});

test.each([
  ["25 words", `${words(25)}.`],
  ["two sentences in one line", `${words(20)}. ${words(20)}.`],
  ["two halves", `${words(20)}: ${words(20)}; ${words(20)}.`],
  ["two items", `- ${words(20)}\n- ${words(20)}`],
  ["two paragraphs", `${words(20)}\n\n${words(20)}`],
  ["code", `\`\`\`\n${words(40)}\n\`\`\``],
  ["a row of a table", `| ${words(40)} |`],
  ["a list of names in code", `${words(10)} ${"`name`, ".repeat(30)}\`last\` ${words(10)}.`],
])("%s are fine", (_name, text) => {
  expect(checkSentences("page.md", text)).toEqual([]);
});
