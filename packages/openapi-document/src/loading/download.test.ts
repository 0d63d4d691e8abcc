import {
  type Answer,
  cutAnswer,
  decompressionBomb,
  endlessBody,
  type Fault,
  headerValues,
  reserveRefusedPort,
  respond,
  startFaultServer,
} from "@np6/fault-server";
import { expect, onTestFinished, test } from "vitest";
import { download } from "./download.ts";

async function serve(...faults: readonly Fault[]) {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  server.script([...faults]);
  return server;
}

const limits = { maxBytes: 1_000 };
const bundle: Answer = {
  status: 200,
  headers: [["Content-Type", "application/yaml"]],
  body: "openapi: 3.0.3",
};

test("a document is downloaded, with nothing sent that says who asks", async () => {
  const server = await serve(respond(bundle));
  await expect(download(`${server.url}/_bundle/api.yaml`, limits)).resolves.toBe("openapi: 3.0.3");
  const [request] = server.requests;
  expect(request?.target).toBe("/_bundle/api.yaml");
  for (const name of ["x-key", "authorization", "cookie"]) {
    expect(request && headerValues(request, name)).toEqual([]);
  }
});

test("a redirect is followed", async () => {
  const server = await serve(respond({ status: 302, headers: [["Location", "/moved"]] }), respond(bundle));
  await expect(download(server.url, limits)).resolves.toBe("openapi: 3.0.3");
  expect(server.requests.map(({ target }) => target)).toEqual(["/", "/moved"]);
});

const page: Answer = { status: 200, headers: [["Content-Type", "text/html; charset=utf-8"]], body: "<html>" };

test.each<[string, Fault, RegExp]>([
  [
    "a refusal",
    respond({ status: 403, body: "no" }),
    /cannot be fetched: the server answers 403; download the document some other way and give the path of the file$/,
  ],
  [
    "a page with 200",
    respond(page),
    /the server answers a page \(text\/html; charset=utf-8\), not a document; download/,
  ],
  [
    "an endless answer",
    endlessBody(bundle, "chunked"),
    /is larger than 1000 bytes; check that it is the document/,
  ],
  [
    "an answer that unpacks to too much",
    decompressionBomb(bundle, "gzip", 100_000),
    /is larger than 1000 bytes/,
  ],
  ["a connection that is cut", cutAnswer(bundle, "body", "reset"), /cannot be fetched: .+; download/],
])("%s is refused, and the connection is given up", async (_what, fault, message) => {
  const server = await serve(fault);
  const failure = download(server.url, limits);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toThrow(server.url);
  await server.until(() => server.exchangesInProgress === 0);
});

test("a server that goes silent is not waited for", async () => {
  const server = await serve(cutAnswer(bundle, "body", "hang"));
  await expect(download(server.url, { ...limits, timeoutMs: 500 })).rejects.toThrow(
    /the server did not answer within 500 ms; download the document some other way/,
  );
});

test("an address where nobody listens is named, with the reason", async () => {
  const refused = await reserveRefusedPort();
  onTestFinished(() => refused.close());
  await expect(download(refused.url, limits)).rejects.toThrow(/cannot be fetched: ECONNREFUSED; download/);
});
