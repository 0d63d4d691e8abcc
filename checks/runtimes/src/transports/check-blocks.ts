import { createClient, isNp6Error } from "@np6/api-client";
import { createUndiciFetch } from "@np6/api-client/undici";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { startCountingServer } from "./counting-server.ts";
import { mediaType } from "./media-type.ts";

const path = "/scripting/workflows/1/execution";
const answer = '{"type":"mock"}';
const head = { "content-type": mediaType };

/** Blocks the network in some way, and can replace a response. @returns functions to replace and to unblock */
type Block = (url: string) => { readonly answers: () => void; readonly end: () => void };

type Undici = typeof import("undici");
type Nock = typeof import("nock");

const blocksBy = (
  { getGlobalDispatcher, MockAgent, setGlobalDispatcher }: Undici,
  nock: Nock,
): Readonly<Record<string, Block>> => ({
  "MockAgent as global dispatcher": (url) => {
    const before = getGlobalDispatcher();
    const agent = new MockAgent();
    agent.disableNetConnect();
    setGlobalDispatcher(agent);
    return {
      answers: () => agent.get(url).intercept({ path, method: "POST" }).reply(200, answer, { headers: head }),
      end: () => setGlobalDispatcher(before),
    };
  },
  "a stubbed fetch": () => {
    const before = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error("blocked"));
    return {
      answers: () => {
        globalThis.fetch = async () => new Response(answer, { headers: head });
      },
      end: () => {
        globalThis.fetch = before;
      },
    };
  },
  MSW: (url) => {
    const server = setupServer();
    server.listen({ onUnhandledRequest: "error" });
    return {
      answers: () =>
        server.use(http.post(`${url}${path}`, () => new HttpResponse(answer, { headers: head }))),
      end: () => server.close(),
    };
  },
  nock: (url) => {
    nock.activate();
    nock.disableNetConnect();
    return {
      answers: () => nock(url).post(path).reply(200, answer, head),
      end: () => {
        nock.cleanAll();
        nock.enableNetConnect();
        nock.restore();
      },
    };
  },
});

/** Tries each block on both transports. @returns requests that got through, and missing replacements */
export async function checkBlocks(): Promise<string[]> {
  // Imported here, because the imports themselves replace Node's transport (undici) and fetch (nock).
  const { default: nock } = await import("nock");
  nock.restore();
  const problems: string[] = [];
  const blocks = blocksBy(await import("undici"), nock);
  const server = await startCountingServer(head, '{"type":"real"}');
  for (const transport of ["platform", "undici"]) {
    const fetch = createUndiciFetch();
    const call = async (): Promise<string> => {
      const options = transport === "undici" ? { fetch } : {};
      const np6 = createClient({ apiKey: "a-key", baseUrl: server.url, retry: false, ...options });
      try {
        const receiver = { type: "id", value: "000A1B2C" } as const;
        return (await np6.executeWorkflow({ path: { id: 1 }, body: { receiver } })).type;
      } catch (error) {
        if (!isNp6Error(error)) throw error;
        return error.kind;
      }
    };
    for (const [name, block] of Object.entries(blocks)) {
      const expected = server.received();
      const { answers, end } = block(server.url);
      const blocked = await call();
      answers();
      const answered = await call();
      end();
      if (server.received() !== expected)
        problems.push(`${name} does not block ${transport}: a request was sent`);
      if (blocked === "real" || answered !== "mock")
        problems.push(`${name}, by ${transport}: ${blocked}, ${answered}`);
      // Control: without the block the call arrives.
      const free = await call();
      if (free !== "real") problems.push(`after ${name}, by ${transport}: ${free}`);
    }
    await fetch.close();
  }
  server.close();
  return problems;
}
