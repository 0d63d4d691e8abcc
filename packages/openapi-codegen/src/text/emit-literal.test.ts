import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { emitLiteral } from "./emit-literal.ts";

describe("emitLiteral", () => {
  it("keeps what is short and flat on one line and breaks the rest", () => {
    const long = Array.from({ length: 8 }, (_, index) => `application/vnd.example.order-v${index}`);
    expect(
      emitLiteral({
        flat: { type: "integer", list: ["a"] },
        nested: { a: { b: 1 } },
        long,
        none: {},
        empty: [],
      }),
    ).toBe(
      `{
  flat: { type: "integer", list: ["a"] },
  nested: {
    a: { b: 1 },
  },
  long: [
${long.map((item) => `    "${item}",\n`).join("")}  ],
  none: {},
  empty: [],
}`,
    );
  });

  it("quotes keys that are no identifiers", () => {
    expect(emitLiteral({ a1: 1, "a-b": 1, "200": 1, "": 1, 名: 1 })).toBe(
      '{ "200": 1, a1: 1, "a-b": 1, "": 1, "名": 1 }',
    );
  });

  it("writes an undefined member, which is part of the literal's type", () => {
    expect(emitLiteral({ server: undefined })).toBe("{ server: undefined }");
  });

  it("gives back the same value when it is evaluated, hostile text included", () => {
    const value = JSON.parse(
      JSON.stringify({
        text: "`\u0024{process}` \" ' \\ \u2028 \u2029 \0 \ud800 */ <!-- \r\n",
        'key " \u2028 \u0024{a}': [true, false, null, -1.5, 1e21],
      }).replace("{", '{"__proto__": {"polluted": true}, '),
    );
    const evaluated: unknown = runInNewContext(`JSON.stringify(${emitLiteral(value)})`);
    expect(evaluated).toBe(JSON.stringify(value));
    expect(evaluated).toContain('"__proto__"');
  });
});
