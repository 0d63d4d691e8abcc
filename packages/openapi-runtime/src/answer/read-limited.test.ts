import { describe, expect, test, vi } from "vitest";
import { TimeLimit } from "../limits/time-limit.ts";
import { readLimited } from "./read-limited.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A body that delivers one chunk per read, and then ends, breaks or stays silent. */
function bodyOf(chunks: readonly string[], end: "close" | "error" | "silence" = "close") {
  const rest = chunks.map((chunk) => new TextEncoder().encode(chunk));
  const cancel = vi.fn();
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    const chunk = rest.shift();
    if (chunk !== undefined) return controller.enqueue(chunk);
    if (end === "close") controller.close();
    if (end === "error") controller.error(new Error("terminated"));
    return end === "silence" ? new Promise<void>(() => undefined) : undefined;
  });
  const response = new Response(new ReadableStream({ pull, cancel }, { highWaterMark: 0 }));
  return { response, cancel, pull };
}

/** A time limit that never ends. */
const time = { race: <T>(work: Promise<T>) => work, progressed: () => undefined };

describe("a body", () => {
  test("is put together from its pieces", async () => {
    const { response, cancel } = bodyOf(["a", "bc", "", "d"]);
    const { bytes, end, cause } = await readLimited(response, 4, time);
    expect([text(bytes), end, cause]).toEqual(["abcd", "complete", undefined]);
    expect(cancel).not.toHaveBeenCalled();
  });

  test.each([
    ["that is none", new Response(null)],
    ["that is empty", new Response("")],
  ])("%s is complete and empty", async (_name, response) => {
    const { bytes, end } = await readLimited(response, 1, time);
    expect([bytes.length, end]).toEqual([0, "complete"]);
  });

  test("of one byte more than the limit is cut there, given back, and not read on", async () => {
    const { response, cancel, pull } = bodyOf(["abc", "de", "never read"]);
    const { bytes, end } = await readLimited(response, 4, time);
    expect([text(bytes), end]).toEqual(["abcd", "too-large"]);
    expect(cancel).toHaveBeenCalledOnce();
    expect(pull).toHaveBeenCalledTimes(2);
  });

  test("of exactly the limit is complete", async () => {
    const { bytes, end } = await readLimited(bodyOf(["ab", "cd"]).response, 4, time);
    expect([text(bytes), end]).toEqual(["abcd", "complete"]);
  });

  test("that is too large is not kept in memory beyond what an excerpt needs", async () => {
    const { response } = bodyOf(Array.from({ length: 10 }, () => "x".repeat(100_000)));
    const { bytes, end } = await readLimited(response, 900_000, time);
    expect([bytes.length, end]).toEqual([256 * 1024, "too-large"]);
  });

  test("that breaks is what came, with the cause", async () => {
    const { response } = bodyOf(["ab", "c"], "error");
    const { bytes, end, cause } = await readLimited(response, 100, time);
    expect([text(bytes), end]).toEqual(["abc", "broken-off"]);
    expect(cause).toMatchObject({ message: "terminated" });
  });

  test("that stays silent ends with the signal, and is given back", async () => {
    const controller = new AbortController();
    const limit = new TimeLimit("deadlineMs", 60_000, controller.signal);
    const { response, cancel } = bodyOf(["ab"], "silence");
    const reading = readLimited(response, 100, limit);
    const reason = new Error("enough");
    setImmediate(() => controller.abort(reason));
    const { bytes, end, cause } = await reading;
    expect([text(bytes), end, cause]).toEqual(["ab", "broken-off", reason]);
    expect(cancel).toHaveBeenCalledOnce();
    limit.release();
  });

  test("whose cancelling fails, or never ends, is left alone", async () => {
    for (const cancel of [() => Promise.reject(new Error("no")), () => new Promise<void>(() => undefined)]) {
      const stream = new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(9)),
        cancel,
      });
      expect((await readLimited(new Response(stream), 4, time)).end).toBe("too-large");
    }
  });

  test("that was read already is broken off, not thrown", async () => {
    const response = new Response("abc");
    await response.text();
    const { end, cause } = await readLimited(response, 100, time);
    expect(end).toBe("broken-off");
    expect(cause).toBeInstanceOf(TypeError);
  });
});
