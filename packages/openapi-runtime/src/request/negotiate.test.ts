import { describe, expect, test } from "vitest";
import { exampleOperation, version1, version2 } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { acceptedMediaTypes, acceptHeader, contentTypeHeader } from "./negotiate.ts";

/** The Accept value of a call of the example API. */
function accept(operationId: string, choice?: string, preferred: readonly string[] = []): string {
  return acceptHeader(acceptedMediaTypes(exampleOperation(operationId), preferred, choice));
}

/** The Content-Type of a call of the example API. */
function contentType(
  operationId: string,
  body: unknown,
  choice?: string,
  preferred: readonly string[] = [],
): string | undefined {
  return contentTypeHeader(exampleOperation(operationId), body, preferred, choice);
}

describe("Accept", () => {
  test("is the first media type that the spec declares for the success", () => {
    expect(accept("createThing")).toBe(version1);
  });

  test("lists the first of each success, in the order of the spec, each once", () => {
    const responses = {
      "200": [version1, version2],
      "202": ["application/json", version1],
      "204": [],
      "206": ["text/csv"],
      "2XX": [version1],
      "4XX": ["text/html"],
    };
    expect(acceptedMediaTypes({ ...exampleOperation("createThing"), responses }, [])).toEqual([
      version1,
      "application/json",
      "text/csv",
    ]);
  });

  test("leaves out what only a refusal answers", () => {
    expect(accept("listThings")).toBe("application/json");
  });

  test("takes anything when every success is empty", () => {
    expect(accept("deleteThing")).toBe("*/*");
  });

  test("comes from `default` when the spec declares no other answer", () => {
    expect(accept("ping")).toBe("application/json");
  });

  test("is the caller's choice when the spec declares it", () => {
    expect(accept("createThing", version2)).toBe(version2);
  });

  test.each(["application/json", "application/vnd.example.thing-v3", "*/*", ""])(
    "of %j is refused where the spec does not declare it",
    async (choice) => {
      const failure = await failureOf(() => accept("createThing", choice));
      expect(failure.message).toContain(
        `\`accept\` is ${JSON.stringify(choice)}; it must be one of: ${version1}, ${version2}.`,
      );
    },
  );

  test("cannot be chosen where every success is empty", async () => {
    const failure = await failureOf(() => accept("deleteThing", "application/json"));
    expect(failure.message).toContain("it must be left out");
  });
});

describe("the client's preferred media types", () => {
  const newest = [version2, version1];

  test("choose among those that an operation declares, best first", () => {
    expect(accept("createThing", undefined, newest)).toBe(version2);
    expect(contentType("createThing", {}, undefined, newest)).toBe(version2);
  });

  test("change nothing where an operation declares none of them", () => {
    expect(accept("listThings", undefined, newest)).toBe("application/json");
    expect(accept("deleteThing", undefined, newest)).toBe("*/*");
    expect(contentType("upload", "a", undefined, newest)).toBe("application/octet-stream");
  });

  test("choose within each success, so that no answer is shut out which has none of them", () => {
    const responses = { "200": [version1, version2], "202": ["application/json"] };
    const operation = { ...exampleOperation("createThing"), responses };
    expect(acceptedMediaTypes(operation, newest)).toEqual([version2, "application/json"]);
    expect(acceptedMediaTypes(operation, newest, "application/json")).toEqual(["application/json"]);
  });

  test("give way to the call's own choice", () => {
    expect(accept("createThing", version1, newest)).toBe(version1);
    expect(contentType("createThing", {}, version1, newest)).toBe(version1);
  });
});

describe("Content-Type", () => {
  test("is the first that the spec declares, or the caller's choice", () => {
    expect(contentType("createThing", {})).toBe(version1);
    expect(contentType("createThing", {}, version2)).toBe(version2);
  });

  test.each([null, 0, false, ""])("is sent for the body %j, which is one", (body) => {
    expect(contentType("createThing", body)).toBe(version1);
  });

  test("is absent without a body", () => {
    expect(contentType("runThing", undefined)).toBeUndefined();
    expect(contentType("upload", undefined)).toBeUndefined();
  });

  test("of another kind is refused", async () => {
    const failure = await failureOf(() => contentType("createThing", {}, "application/json"));
    expect(failure.message).toContain('`contentType` is "application/json"; it must be one of:');
  });

  test("cannot be answered for a missing body that the operation needs", async () => {
    const failure = await failureOf(() => contentType("createThing", undefined));
    expect(failure.message).toBe("createThing (POST /things): this operation needs a body; pass `body`.");
  });

  test("has no place on an operation without a body", async () => {
    const failure = await failureOf(() => contentType("runThing", { a: 1 }));
    expect(failure.message).toContain("this operation takes no body; leave `body` out.");
  });
});

test("an Accept value names its media types one after the other, or anything when there are none", () => {
  expect(acceptHeader(["a/b", "c/d"])).toBe("a/b, c/d");
  expect(acceptHeader([])).toBe("*/*");
});
