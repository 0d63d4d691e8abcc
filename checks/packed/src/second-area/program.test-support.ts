/** A consumer's program: uses the new area, and prints what went over the wire. */
export const program = `import { createClient } from "@np6/api-client";
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
  console.log(JSON.stringify({ email, kind: data?.kind, seen }));
} finally {
  await mock.close();
}
`;
