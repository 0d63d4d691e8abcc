import { describe, expect, test, vi } from "vitest";
import { acceptedMediaTypes } from "../request/negotiate.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { jsonKind } from "./json-kind.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

const json = { "Content-Type": "application/json" };

/** A call of the example API without a chosen media type. */
function askedFor(operationId: string) {
  const operation = exampleOperation(operationId);
  return { operation, accepted: acceptedMediaTypes(operation, []) };
}

function read(operationId: string, response: Response): Promise<Answer> {
  const limits = {
    maxResponseBytes: 1000,
    time: { race: <T>(work: Promise<T>) => work, progressed: () => undefined },
  };
  return readAnswer(response, askedFor(operationId), exampleApi.mediaTypes, limits);
}

/** A body that breaks off after its first bytes. */
function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"id"')),
    pull: (controller) => controller.error(new Error("terminated")),
  });
}

describe("a success that is checked", () => {
  const problems = [{ field: "body.id", rule: "type", message: "`body.id` must be an integer (type)" }];
  const check = vi.fn(() => problems);
  const readChecked = (operationId: string, response: Response): Promise<Answer> => {
    check.mockClear();
    const limits = {
      maxResponseBytes: 1000,
      time: { race: <T>(work: Promise<T>) => work, progressed: () => undefined },
    };
    return readAnswer(response, askedFor(operationId), exampleApi.mediaTypes, limits, check);
  };

  test("is unexpected, with its text and what is wrong with it", async () => {
    const answer = await readChecked("runThing", new Response('{"id":"x"}', { headers: json }));
    expect(answer).toMatchObject({ kind: "unexpected", text: '{"id":"x"}', problems });
    expect(check).toHaveBeenCalledWith("application/json", { id: "x" });
  });

  test("is left alone when it is text", async () => {
    const text = new Response("hello", { headers: { "Content-Type": "text/plain" } });
    expect(await readChecked("readNote", text)).toEqual({ kind: "data", data: "hello" });
    expect(check).not.toHaveBeenCalled();
  });
});

describe("a success", () => {
  test.each(["null", "0", "false", '""', "[]", '{"a":1}'])("with the JSON body %s is data", async (body) => {
    expect(await read("runThing", new Response(body, { headers: json }))).toEqual({
      kind: "data",
      data: JSON.parse(body),
    });
  });

  test("may begin with a byte order mark", async () => {
    const response = new Response('\ufeff{"a":1}', { headers: json });
    expect(await read("runThing", response)).toEqual({ kind: "data", data: { a: 1 } });
  });

  test("with 204 is undefined", async () => {
    expect(await read("deleteThing", new Response(null, { status: 204 }))).toEqual({
      kind: "data",
      data: undefined,
    });
  });

  test("that is declared empty is undefined, and an unasked body is given back unread", async () => {
    const cancel = vi.fn();
    const response = new Response(new ReadableStream({ cancel }), { status: 202 });
    expect(await read("createThing", response)).toEqual({ kind: "data", data: undefined });
    expect(cancel).toHaveBeenCalledOnce();
  });

  test("does not wait for a body that cannot be cancelled", async () => {
    const cancel = () => new Promise<void>(() => undefined);
    const response = new Response(new ReadableStream({ cancel }), { status: 202 });
    expect(await read("createThing", response)).toMatchObject({ kind: "data" });
  });

  test("of text is a string, of bytes a Blob", async () => {
    const text = new Response("hello", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
    expect(await read("readNote", text)).toEqual({ kind: "data", data: "hello" });
    const bytes = new Response(new Uint8Array([0, 255]), {
      headers: { "Content-Type": "application/octet-stream" },
    });
    const answer = await read("downloadFile", bytes);
    if (answer.kind !== "data" || !(answer.data instanceof Blob)) throw new Error("not a Blob");
    expect(new Uint8Array(await answer.data.arrayBuffer())).toEqual(new Uint8Array([0, 255]));
  });
});

describe("a success that cannot be read is unexpected", () => {
  test.each(["", " ", "\r\n\t"])("with the body %j where the spec declares one", async (body) => {
    expect(await read("runThing", new Response(body, { headers: json }))).toEqual({
      kind: "unexpected",
      problem: "expected application/json, but the body is empty.",
      text: body,
    });
  });

  test("with a proxy's page", async () => {
    const page = new Response("<h1>Sign in</h1>", { headers: { "Content-Type": "text/html" } });
    expect(await read("runThing", page)).toEqual({
      kind: "unexpected",
      problem: "expected application/json, received text/html.",
      text: "<h1>Sign in</h1>",
    });
  });

  test("with a status that the spec does not know", async () => {
    expect(await read("runThing", new Response("{}", { status: 299, headers: json }))).toMatchObject({
      kind: "unexpected",
      problem: "status 299 is not in the spec.",
    });
  });

  test("with half of its JSON", async () => {
    expect(await read("runThing", new Response('{"a":', { headers: json }))).toEqual({
      kind: "unexpected",
      problem: "the body is labelled application/json, but is not valid JSON.",
      text: '{"a":',
    });
  });

  test.each([
    ["runThing", "application/json"],
    ["downloadFile", "application/octet-stream"],
  ])("when it breaks off (%s)", async (operationId, contentType) => {
    const response = new Response(brokenBody(), { headers: { "Content-Type": contentType } });
    expect(await read(operationId, response)).toEqual({
      kind: "broken-off",
      cause: new Error("terminated"),
      text: '{"id"',
    });
  });
});

describe("a refusal", () => {
  test("without a body is one all the same", async () => {
    expect(await read("runThing", new Response(null, { status: 409 }))).toEqual({
      kind: "refused",
      body: undefined,
      text: "",
    });
  });

  test.each(["null", "0", "false", '""'])("with the body %s is one all the same", async (body) => {
    expect(await read("runThing", new Response(body, { status: 400, headers: json }))).toEqual({
      kind: "refused",
      body: JSON.parse(body),
      text: body,
    });
  });

  test("keeps the text of a body that is not what the spec declares", async () => {
    const page = new Response("<h1>502</h1>", { status: 502, headers: { "Content-Type": "text/html" } });
    expect(await read("runThing", page)).toEqual({ kind: "refused", body: undefined, text: "<h1>502</h1>" });
    const unknown = new Response("{}", { status: 500, headers: json });
    expect(await read("createThing", unknown)).toEqual({ kind: "refused", body: undefined, text: "{}" });
  });

  test("stays one when its body breaks off, with the text that came", async () => {
    const response = new Response(brokenBody(), { status: 400, headers: json });
    expect(await read("runThing", response)).toEqual({ kind: "refused", body: undefined, text: '{"id"' });
  });

  test("with 304 is no redirect: there is nowhere to go", async () => {
    expect(await read("listThings", new Response(null, { status: 304 }))).toMatchObject({ kind: "refused" });
  });
});

describe("a redirect", () => {
  test.each([300, 301, 302, 303, 305, 307, 308])(
    "with %i is not read, and its body given back",
    async (status) => {
      const cancel = vi.fn();
      const response = new Response(new ReadableStream({ cancel }), { status });
      expect(await read("runThing", response)).toEqual({ kind: "redirect" });
      expect(cancel).toHaveBeenCalledOnce();
    },
  );

  test("is known as one when a browser hides its status", async () => {
    const opaque = new Response(null);
    Object.defineProperties(opaque, { type: { value: "opaqueredirect" }, status: { value: 0 } });
    expect(await read("runThing", opaque)).toEqual({ kind: "redirect" });
  });
});

describe("the kind of the JSON at the top", () => {
  const jsonKinds = {
    "200 application/json": "object",
    "4XX application/json": "object",
    "default application/json": "object",
  };
  const operation = { ...exampleOperation("runThing"), jsonKinds };
  const limits = {
    maxResponseBytes: 1000,
    time: { race: <T>(work: Promise<T>) => work, progressed: () => undefined },
  };
  const readKind = (body: string, status = 200) =>
    readAnswer(
      new Response(body, { status, headers: json }),
      { operation, accepted: ["application/json"] },
      exampleApi.mediaTypes,
      limits,
    );

  test.each(["null", "12", '"ok"', "[]", "true"])(
    "must be the declared one: %s is unexpected",
    async (body) => {
      expect(await readKind(body)).toEqual({
        kind: "unexpected",
        problem: `expected JSON of the type object, received ${jsonKind(JSON.parse(body))}.`,
        problems: [{ field: "body", rule: "type", message: "`body` must be object (rule: type)" }],
        text: body,
      });
    },
  );

  test("of a refusal leaves it one, without a body that is of no use", async () => {
    expect(await readKind("12", 400)).toEqual({ kind: "refused", body: undefined, text: "12" });
    expect(await readKind("{}", 400)).toEqual({ kind: "refused", body: {}, text: "{}" });
  });
});

describe("the charset of an answer", () => {
  const typed = (charset: string, body: Uint8Array<ArrayBuffer>, status = 200) =>
    read(
      "runThing",
      new Response(body, { status, headers: { "Content-Type": `application/json; charset=${charset}` } }),
    );

  test("is obeyed", async () => {
    const latin = Uint8Array.from([...'{"id":"'].map((each) => each.charCodeAt(0)).concat(0xe9, 0x22, 0x7d));
    expect(await typed("iso-8859-1", latin)).toEqual({ kind: "data", data: { id: "é" } });
  });

  test("that nobody knows makes a success unexpected, and a refusal one without a body", async () => {
    const body = new TextEncoder().encode("{}");
    const problem = "the body is declared in the charset klingon, which this platform does not know.";
    expect(await typed("klingon", body)).toEqual({ kind: "unexpected", problem, text: "{}" });
    expect(await typed("klingon", body, 400)).toEqual({ kind: "refused", body: undefined, text: "{}" });
  });
});
