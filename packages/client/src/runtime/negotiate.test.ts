import { describe, expect, test } from "vitest";
import { exampleOperation, version1, version2 } from "./example-api.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";
import { acceptHeader, contentTypeHeader } from "./negotiate.ts";

describe("Accept", () => {
  test("lists the media types of every success, in the order of the spec", () => {
    expect(acceptHeader(exampleOperation("createThing"))).toBe(`${version1}, ${version2}`);
  });

  test("leaves out what only a refusal answers", () => {
    expect(acceptHeader(exampleOperation("listThings"))).toBe("application/json");
  });

  test("takes anything when every success is empty", () => {
    expect(acceptHeader(exampleOperation("deleteThing"))).toBe("*/*");
  });

  test("comes from `default` when the spec declares no other answer", () => {
    expect(acceptHeader(exampleOperation("ping"))).toBe("application/json");
  });

  test("is the caller's choice when the spec declares it", () => {
    expect(acceptHeader(exampleOperation("createThing"), version2)).toBe(version2);
  });

  test.each(["application/json", "application/vnd.example.thing-v3", "*/*", ""])(
    "of %j is refused where the spec does not declare it",
    async (choice) => {
      const failure = await failureOf(() => acceptHeader(exampleOperation("createThing"), choice));
      expect(failure.message).toContain(
        `\`accept\` is ${JSON.stringify(choice)}; it must be one of: ${version1}, ${version2}.`,
      );
    },
  );

  test("cannot be chosen where every success is empty", async () => {
    const failure = await failureOf(() => acceptHeader(exampleOperation("deleteThing"), "application/json"));
    expect(failure.message).toContain("it must be left out");
  });
});

describe("Content-Type", () => {
  test("is the first that the spec declares, or the caller's choice", () => {
    expect(contentTypeHeader(exampleOperation("createThing"), {})).toBe(version1);
    expect(contentTypeHeader(exampleOperation("createThing"), {}, version2)).toBe(version2);
  });

  test.each([null, 0, false, ""])("is sent for the body %j, which is one", (body) => {
    expect(contentTypeHeader(exampleOperation("createThing"), body)).toBe(version1);
  });

  test("is absent without a body", () => {
    expect(contentTypeHeader(exampleOperation("runThing"), undefined)).toBeUndefined();
    expect(contentTypeHeader(exampleOperation("upload"), undefined)).toBeUndefined();
  });

  test("of another kind is refused", async () => {
    const failure = await failureOf(() =>
      contentTypeHeader(exampleOperation("createThing"), {}, "application/json"),
    );
    expect(failure.message).toContain('`contentType` is "application/json"; it must be one of:');
  });

  test("cannot be answered for a missing body that the operation needs", async () => {
    const failure = await failureOf(() => contentTypeHeader(exampleOperation("createThing"), undefined));
    expect(failure.message).toBe("createThing (POST /things): this operation needs a body; pass `body`.");
  });

  test("has no place on an operation without a body", async () => {
    const failure = await failureOf(() => contentTypeHeader(exampleOperation("runThing"), { a: 1 }));
    expect(failure.message).toContain("this operation takes no body; leave `body` out.");
  });
});
