import { spawn, spawnSync } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { reserveRefusedPort } from "@np6/fault-server";
import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from "undici";
import { describe, expect, onTestFinished, test } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { startFullServer } from "./start-full-server.test-support.ts";
import { startSocketServer } from "./start-socket-server.test-support.ts";

const program = fileURLToPath(new URL("call-once.test-support.ts", import.meta.url));

/** Fields of the failure of a call that cannot have run. */
const neverSent = { kind: "connection", outcomeUnknown: false, neverSent: true };
const mayHaveRun = { kind: "connection", outcomeUnknown: true, neverSent: false };

type Transport = "platform" | "undici";
const transports: readonly Transport[] = ["platform", "undici"];

/** Executes a call once, without retries. @param dispatcher - for undici only */
function executeOnce(transport: Transport, baseUrl: string, dispatcher?: Dispatcher) {
  if (dispatcher !== undefined) onTestFinished(() => dispatcher.destroy());
  const fetch = createUndiciFetch({ dispatcher });
  if (transport === "undici") onTestFinished(() => fetch.close());
  const { byOperation } = exampleClient({
    baseUrl,
    fetch: transport === "undici" ? fetch : undefined,
    retry: false,
  });
  return failureOf(() => byOperation.runThing({ path: { id: 1 } }));
}

/** Executes a call at each address, in a separate process. @param command - the words before the program */
async function executeInProcess(
  transport: Transport,
  urls: readonly string[],
  environment: Readonly<Record<string, string>>,
  command: readonly string[] = [process.execPath],
): Promise<readonly unknown[]> {
  const [file = "", ...args] = [...command, program, transport, ...urls];
  const child = spawn(file, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  for await (const piece of child.stdout) output += piece;
  return JSON.parse(output) as readonly unknown[];
}

describe.each(transports)("by %s, a call surely did not run when", (transport) => {
  test("the connection is refused, at one address or at each of several", async () => {
    const refused = await reserveRefusedPort();
    onTestFinished(() => refused.close());
    expect(await executeOnce(transport, refused.url)).toMatchObject(neverSent);
    expect(await executeOnce(transport, refused.url.replace("127.0.0.1", "localhost"))).toMatchObject(
      neverSent,
    );
  });

  test("the network is unreachable", async () => {
    // A connection to a multicast address is impossible: the system reports so itself, on any machine.
    const failure = await executeOnce(transport, "https://224.0.0.1");
    expect(failure).toMatchObject(neverSent);
    expect(failure.message).toContain("ENETUNREACH");
  });

  test("the name does not resolve", async () => {
    expect(await executeOnce(transport, "https://np6.invalid")).toMatchObject(neverSent);
  });

  test("nobody answers the connection in time", async () => {
    const port = await startFullServer();
    const [failure] = await executeInProcess(transport, [`http://127.0.0.1:${port}`], {
      CONNECT_TIMEOUT_MS: "300",
    });
    expect(failure).toMatchObject({
      ...neverSent,
      message: expect.stringContaining("UND_ERR_CONNECT_TIMEOUT"),
    });
  });

  test("the TLS handshake is cut", async () => {
    const { port } = await startSocketServer((socket) => socket.end());
    expect(await executeOnce(transport, `https://127.0.0.1:${port}`)).toMatchObject(neverSent);
  });
});

describe.each(transports)("by %s, a call may have run when", (transport) => {
  test.each<[string, (socket: Socket) => void]>([
    ["reset", (socket) => socket.resetAndDestroy()],
    ["closed", (socket) => socket.end()],
  ])("the connection is %s after the request", async (_name, end) => {
    const { port } = await startSocketServer(end);
    expect(await executeOnce(transport, `http://127.0.0.1:${port}`)).toMatchObject(mayHaveRun);
  });
});

test("by platform, a call surely did not run when fetch blocks the port", async () => {
  expect(await executeOnce("platform", "http://127.0.0.1:6667")).toMatchObject(neverSent);
});

describe("by undici, a call surely did not run when", () => {
  test.each<[string, (socket: Socket) => void]>([
    ["is reset", (socket) => socket.resetAndDestroy()],
    ["is answered in plain HTTP", (socket) => socket.end("HTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n")],
  ])("the TLS handshake %s", async (_name, answer) => {
    const { port } = await startSocketServer(answer);
    expect(await executeOnce("undici", `https://127.0.0.1:${port}`)).toMatchObject(neverSent);
  });

  test.each(["close", "destroy"] as const)("its dispatcher was told to %s", async (end) => {
    const { port, connections } = await startSocketServer((socket) => socket.end());
    const dispatcher = new Agent();
    await dispatcher[end]();
    expect(await executeOnce("undici", `http://127.0.0.1:${port}`, dispatcher)).toMatchObject(neverSent);
    expect(connections()).toBe(0);
  });

  test("a SOCKS proxy knows no way to log in", async () => {
    const { port } = await startSocketServer((socket) => socket.write("\x05\xff", "latin1"));
    const dispatcher = new Socks5ProxyAgent(`socks5://127.0.0.1:${port}`);
    expect(await executeOnce("undici", "https://np6.invalid", dispatcher)).toMatchObject(neverSent);
  });

  test("the time is up, or the caller aborts, before there is a connection", async () => {
    // Accepts the connection, and never answers the handshake.
    const { port, connections } = await startSocketServer(() => undefined);
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.destroy());
    const fetch = createUndiciFetch({ dispatcher });
    const { byOperation } = exampleClient({ baseUrl: `https://127.0.0.1:${port}`, fetch, retry: false });
    const late = await failureOf(() => byOperation.runThing({ path: { id: 1 }, attemptTimeoutMs: 200 }));
    expect(late).toMatchObject({ kind: "timeout", outcomeUnknown: false });
    const controller = new AbortController();
    const aborted = failureOf(() => byOperation.runThing({ path: { id: 1 }, signal: controller.signal }));
    await expect.poll(connections).toBe(2);
    controller.abort();
    expect(await aborted).toMatchObject({ kind: "aborted", outcomeUnknown: false });
  });
});

test("by undici, a call may have run when its dispatcher is destroyed under it", async () => {
  const dispatcher = new Agent();
  const { port } = await startSocketServer(() => void dispatcher.destroy());
  expect(await executeOnce("undici", `http://127.0.0.1:${port}`, dispatcher)).toMatchObject(mayHaveRun);
});

/** Replies of a proxy that makes no tunnel. */
const refusals: readonly (readonly [string, (socket: Socket) => void])[] = [
  ...[403, 407, 502].map(
    (status) =>
      [
        `answers ${status}`,
        (socket: Socket) => socket.end(`HTTP/1.1 ${status} \r\nContent-Length: 0\r\n\r\n`),
      ] as const,
  ),
  ["hangs up", (socket) => socket.destroy()],
  [
    "makes the tunnel and cuts it in the handshake",
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.once("data", () => socket.end());
    },
  ],
];

describe("a call surely did not run when the proxy", () => {
  test.each(refusals)("of a ProxyAgent %s", async (_name, refuse) => {
    const proxy = await startSocketServer(refuse);
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${proxy.port}`);
    expect(await executeOnce("undici", "https://np6.invalid", dispatcher)).toMatchObject(neverSent);
    expect(proxy.received()).toMatch(/^CONNECT np6\.invalid:443 HTTP\/1\.1\r\n/);
  });

  test.each(transports)("of the environment does any of that, by %s", async (transport) => {
    // One proxy that treats each host as its name states.
    const proxy = await startSocketServer((socket, first) => {
      const index = /^CONNECT np6-(\d+)\.invalid:443 HTTP\/1\.1\r\n/.exec(first)?.[1];
      refusals[Number(index)]?.[1](socket);
    });
    const environment = { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const urls = refusals.map((_refusal, index) => `https://np6-${index}.invalid`);
    const failures = await executeInProcess(transport, urls, environment);
    refusals.forEach(([name], index) => {
      // Node's own fetch may call a proxy that hangs up again and again until the time is over (undici 7 of Node 24).
      if (transport === "undici" || name !== "hangs up")
        expect(failures[index], name).toMatchObject(neverSent);
      expect(proxy.received()).toContain(`CONNECT np6-${index}.invalid:443`);
    });
  });
});

// A host without a route needs a separate network. Linux lets users make one, unless an administrator forbids it.
const ownNetwork = ["unshare", "--user", "--map-root-user", "--net"];
const mayUnshare = spawnSync(ownNetwork[0] ?? "", [...ownNetwork.slice(1), "ip", "link"]).status === 0;
if (!mayUnshare) {
  process.stderr.write(
    "SKIPPED: EHOSTUNREACH and EAI_AGAIN on a real socket, because `unshare --user --net` or `ip` does not work here.\n",
  );
}

describe.runIf(mayUnshare).each(transports)(
  "in a network of its own, by %s, a call surely did not run",
  (transport) => {
    const inNetwork = (setup: string) => [
      ...ownNetwork,
      "sh",
      "-c",
      `${setup} && exec "$0" "$@"`,
      process.execPath,
    ];

    test("when a host is unreachable", async () => {
      const noRoute = "ip link set lo up && ip route add unreachable 203.0.113.0/24";
      const [failure] = await executeInProcess(transport, ["https://203.0.113.1"], {}, inNetwork(noRoute));
      expect(failure).toMatchObject({ ...neverSent, message: expect.stringContaining("EHOSTUNREACH") });
    });

    test("when no name server can be asked", async () => {
      const [failure] = await executeInProcess(
        transport,
        ["https://np6.invalid"],
        {},
        inNetwork("ip link set lo up"),
      );
      expect(failure).toMatchObject({ ...neverSent, message: expect.stringContaining("EAI_AGAIN") });
    });
  },
);
