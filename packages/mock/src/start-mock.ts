import { readBundledDocument } from "./read-bundled-document.ts";
import { type Mock, type MockOptions, startMockOf } from "./start-mock-of.ts";

/**
 * Starts a mock of the NP6 API on this machine. It checks every request against the OpenAPI document and answers
 * with the document's examples, in the vendor's real media types.
 *
 * @example
 * const mock = await startMock();
 * const np6 = createClient({ apiKey: "any", baseUrl: mock.url });
 * // …
 * await mock.close();
 *
 * @returns when it listens; about 1 second later
 * @throws TypeError when the port is not one
 * @throws Error when it cannot listen there or Prism does not start; nothing is left running then
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  return startMockOf(await readBundledDocument(), {
    port: options.port ?? 0,
    host: options.host ?? "127.0.0.1",
  });
}
