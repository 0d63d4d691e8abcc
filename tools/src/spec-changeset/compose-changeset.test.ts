import { expect, it } from "vitest";
import { composeChangeset } from "./compose-changeset.ts";

const first = composeChangeset("- `a` is new.", "minor");

it("names the three packages that carry the document", () => {
  expect(first).toContain(
    '---\n"@np6/api-types": minor\n"@np6/api-client": minor\n"@np6/api-mock": minor\n---\n',
  );
  expect(first).toContain("- `a` is new.");
});

it("writes the same when it is asked again", () => {
  expect(composeChangeset("- `a` is new.", "minor", first)).toBe(first);
});

it("raises the bump and makes the description anew", () => {
  const raised = composeChangeset("- `a` is gone.", "major", first);
  expect(raised).toContain('"@np6/api-client": major');
  expect(raised).toContain("- `a` is gone.");
  expect(raised).not.toContain("- `a` is new.");
});

it("never lowers a bump", () => {
  const high = composeChangeset("- `a` is gone.", "major", first);
  expect(composeChangeset("- a note.", "patch", high)).toContain('"@np6/api-types": major');
});

it("keeps what a person wrote above and below, and other packages", () => {
  const edited = first
    .replace('"@np6/api-mock": minor\n', '"@np6/api-mock": minor\n"@np6/openapi-codegen": patch\n')
    .replace("The description of the API changed.", "Receivers can be pets now.\n\nRead this first.")
    .concat("\nAsk the team when in doubt.\n");
  const again = composeChangeset("- `b` is new.", "minor", edited);
  expect(again).toContain('"@np6/openapi-codegen": patch');
  expect(again).toContain("Receivers can be pets now.\n\nRead this first.\n");
  expect(again).toContain("\nAsk the team when in doubt.\n");
  expect(again).toContain("- `b` is new.");
  expect(again).not.toContain("- `a` is new.");
});

it("puts its text behind what is written wholly by hand", () => {
  const byHand = '---\n"@np6/api-types": patch\n---\n\nMy own words.\n';
  const both = composeChangeset("- `a` is new.", "minor", byHand);
  expect(both).toContain("My own words.\n\n<!--");
  expect(composeChangeset("- `a` is new.", "minor", both)).toBe(both);
});

it("keeps a horizontal rule in the text apart from the header", () => {
  const ruled = first.concat("\nAbove.\n\n---\n\nBelow.\n");
  expect(composeChangeset("- `a` is new.", "minor", ruled)).toBe(ruled);
});

it("refuses a text whose markers are broken, instead of losing what a person wrote", () => {
  const broken = first.replace(/<!-- Up to here.*-->/, "");
  expect(() => composeChangeset("- x", "minor", broken)).toThrow(/marker lines/);
  expect(() => composeChangeset("- x", "minor", "no header")).toThrow(/no header/);
  expect(() => composeChangeset("- x", "minor", first.replace("minor", "huge"))).toThrow(/header says/);
});
