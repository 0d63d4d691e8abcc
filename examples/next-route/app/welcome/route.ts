import { createClient, isNp6Error, type Np6Client, type Np6Failure } from "@np6/api-client";

let client: Np6Client | undefined;
/** Creates the client at the first request, because there is no key at build time. */
const np6 = (): Np6Client => {
  client ??= createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });
  return client;
};

/** `POST /welcome` with `{"receiver":"000A1B2C"}` executes the workflow for that receiver. */
export async function POST(request: Request): Promise<Response> {
  const receiver = await readReceiver(request);
  if (receiver === undefined) return Response.json({ next: "fix-request" }, { status: 422 });
  try {
    const body = { receiver: { type: "id", value: receiver } } as const;
    // No `signal: request.signal` here: a visitor who leaves must not abort a call that may have run.
    const { type } = await np6().executeWorkflow({ path: { id: 42 }, body });
    return Response.json({ result: type });
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    // The failure's JSON contains neither the key nor the API's response, which may name persons.
    process.stderr.write(`${JSON.stringify(error)}\n`);
    const { kind, next, retryAfterMs } = error;
    return Response.json({ kind, next, retryAfterMs }, { status: statusFor(error) });
  }
}

async function readReceiver(request: Request): Promise<string | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || !("receiver" in body)) return undefined;
  return typeof body.receiver === "string" && body.receiver !== "" ? body.receiver : undefined;
}

/** Only 429 and 503 mean that the same request may succeed later. */
function statusFor({ kind, next }: Np6Failure): number {
  switch (next) {
    case "retry":
      return kind === "rate-limited" ? 429 : 503;
    case "fix-request":
      return 422;
    case "fix-setup":
      return 500;
    case "check":
      return 502;
  }
}
