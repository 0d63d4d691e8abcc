import { expect, test, vi } from "vitest";
import { cancelBody } from "./read-limited.ts";

test("a body is cancelled", () => {
  const cancel = vi.fn();
  cancelBody(new Response(new ReadableStream({ cancel })));
  expect(cancel).toHaveBeenCalledOnce();
});

test("an answer without a body is left alone", () => {
  expect(() => cancelBody(new Response(null))).not.toThrow();
});

test("a body that fails to be cancelled harms nobody: an unhandled rejection would fail this run", async () => {
  cancelBody(new Response(new ReadableStream({ cancel: () => Promise.reject(new Error("no")) })));
  await new Promise<void>((resolve) => setImmediate(resolve));
});

test("a body that is being read by somebody else harms nobody", async () => {
  const response = new Response("text");
  response.body?.getReader();
  cancelBody(response);
  await new Promise<void>((resolve) => setImmediate(resolve));
});

test.each<unknown>([{}, { cancel: () => undefined }])("a body that is no web stream harms nobody", (body) => {
  expect(() => cancelBody({ body: body as ReadableStream<Uint8Array<ArrayBuffer>> })).not.toThrow();
});
