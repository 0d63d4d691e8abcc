/** A consumer's program that uses the new area, and prints the exchanged messages. */
export const program = `import { type BulkOperation, openJournal, planJob, runJob } from "@np6/api-bulk";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, isNp6Error } from "@np6/api-client";
import { startMock } from "@np6/api-mock";
import type { Contact } from "@np6/api-types";
import { isUnknownContact, unrecognized } from "@np6/api-types/guards";

const seen: (string | null)[] = [];
const mock = await startMock();
const np6 = createClient({
  apiKey: "any",
  baseUrl: mock.url,
  fetch: async (url, init) => {
    const headers = new Headers(init.headers);
    const response = await fetch(url, init);
    seen.push(headers.get("content-type"), headers.get("accept"), response.headers.get("content-type"));
    return response;
  },
});
try {
  const contact: Contact = await np6.getContact({ path: { contactId: "000A1B2C" } });
  const email = contact.kind === "person" ? contact.email : isUnknownContact(contact) ? contact.anything : undefined;
  const robot: Contact = { kind: unrecognized("robot") };
  const { data } = await np6.PATCH("/contacts/{contactId}", { params: { path: { contactId: "000A1B2C" } }, body: robot });
  const listed = await np6.listContacts({ query: { ids: ["000A1B2C", "000A1B2D"], tags: ["newsletter", "paper"] } });
  const created: Contact = await np6.createContact({ body: { kind: "person", email: "ada@example.com" } });
  const gone: undefined = await np6.deleteContact({ path: { contactId: "000A1B2C" } });
  const refused = await np6.getContact({ path: { contactId: "000A1B2C" }, headers: { Prefer: "code=418" } }).catch((error: unknown) => error);
  const wrongId = await np6.getContact({ path: { contactId: "42" } }).catch((error: unknown) => error);
  const status = (error: unknown) => isNp6Error(error) && error.status;
  const urls = mock.requests.map(({ method, path }) => method + " " + path);
  // The bulk package sends the new area's batch operation without code for it.
  const folder = mkdtempSync(join(tmpdir(), "np6-contacts-"));
  const journal = await openJournal(join(folder, "contacts.db"));
  const rows = Array.from({ length: 25 }, (_, index) => ({ item: { kind: "person", email: "reader" + index + "@example.com" } }));
  await planJob(journal, { operation: "importContacts", input: {}, rows });
  const operation: BulkOperation = {
    name: "importContacts",
    send: (_, items, options) => np6.importContacts({ body: items as Contact[], ...options }),
    read: (result) => (typeof (result as { id?: unknown }).id === "string" ? { state: "done" } : { state: "unknown", reason: "it has no id" }),
  };
  mock.scenario("reset-after", { times: 1 });
  const { counts: imported } = await runJob(journal, { operation, batchSize: 10 });
  const problems = await journal.verify();
  await journal.close();
  rmSync(folder, { recursive: true });
  const { done, unknown } = imported;
  console.log(JSON.stringify({
    imported: { done, unknown, problems },
    email, kind: data?.kind, seen: seen.slice(0, 6), listed: listed.map((one) => one.kind), created: created.kind === "person" && created.id,
    gone: gone === undefined, refused: status(refused), wrongId: status(wrongId), urls, query: mock.requests[2]?.query,
  }));
} finally {
  await mock.close();
}
`;
