import fc from "fast-check";

/** A request as bytes. */
export interface RawRequest {
  readonly bytes: Buffer;
}

const vendor = "application/vnd.np6.cm.workflow-v4";

const paths = fc.constantFrom(
  "/scripting/workflows",
  "/scripting/workflows/42",
  "/scripting/workflows/42/duplication",
  "/scripting/workflows/42/execution",
  "/scripting/workflows/42/executions",
  "/scripting/workflows/42/nodes",
  "/scripting/workflows/42/capping",
  "/",
  "/_np6-mock/start",
);

const oddSegment = fc.oneof(
  fc.constantFrom(
    ..."%zz % %f %ff %C3%28 %00 %2F %2e%2e .. . -0 1e999 99999999999".split(" "),
    ..."{id} %7Bid%7D [] constructor __proto__ ; %25zz ' \" | ^ \u00e9".split(" "),
    ...["", "a b", "a\tb"],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

const query = fc.oneof(
  { weight: 30, arbitrary: fc.constant("") },
  fc.constantFrom(
    ...[
      "?",
      "?a=%zz",
      "?%ff=1",
      "?__code=200",
      "?__code=abc",
      "?__dynamic=true",
      "?__example=x",
      "?__server=x",
    ],
    ...[
      "?a[]=1&a[b]=2",
      "?a=1&a=2",
      "?=",
      "?&&",
      "?a=%",
      "?constructor=1",
      "?__proto__=1",
      "??",
      "?a=\u00ff",
    ],
  ),
);

const target = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(paths, query).map(([path, rest]) => path + rest) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom("/execution", "/executions", "/duplication", "/nodes", ""), oddSegment, query)
      .map(([end, odd, rest]) => `/scripting/workflows/${odd}${end}${rest}`),
  },
  { weight: 1, arbitrary: fc.constantFrom("*", "//", "//evil.example/a", "\\", "a", ":", "http:", "?", "#") },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("http://host", "HTTP://[::1]:99", "https://u:p@h", "ftp://x", "http://"),
        paths,
        query,
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: paths.map((path) => `/gateway/np6${path}`) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 17_000 }).map((length) => `/${"a".repeat(length)}`) },
);

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant("POST") },
  { weight: 3, arbitrary: fc.constantFrom("GET", "PUT", "DELETE") },
  fc.constantFrom(
    "GET",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "post",
    "PRI",
    "LOCK",
    "X",
  ),
);

/** Headers that no server must accept. They are rare, since the parser rejects them early. */
const brokenHeader = fc.oneof(
  fc.constantFrom(" folded: a", "no-colon", ": no name", "a b: c", "X-Nul: \u0000", "Content-Length: -1"),
  fc.constantFrom(
    "Transfer-Encoding: identity",
    "Transfer-Encoding: chunked",
    "Content-Length: 5",
    "Host: a",
    "Expect: x",
  ),
  fc.integer({ min: 1, max: 20_000 }).map((length) => `X-Long: ${"a".repeat(length)}`),
);

const oddHeader = fc.constantFrom(
  ...["Content-Type: application/json", `Content-Type: ${vendor}+json`, "Content-Type: ", "Content-Type: ;;"],
  ...[
    "Content-Type: multipart/form-data",
    "Content-Type: text/plain; charset=utf-16",
    "Content-Encoding: gzip",
  ],
  ...[
    `Accept: ${vendor}`,
    "Accept: */*",
    "Accept: ,",
    "Accept: a/b;q=x",
    "Accept: text/html",
    "Accept: ;;;q=1.5",
  ],
  ...["Prefer: code=409", "Prefer: code=999", "Prefer: code=200, example=nowhere", "Prefer: dynamic=true"],
  ...[
    "Prefer: ,;=",
    'Prefer: code="',
    "Prefer: body=empty",
    "Prefer: code=400, body=empty",
    "Prefer: code=1e3",
  ],
  ...["X-Key: ", "X-Key: \u00e9", "x-key: b", "Authorization: Bearer x", "Cookie: a=b; c", "Cookie: =;%"],
  ...[
    "Expect: 100-continue",
    "Upgrade: websocket",
    "Connection: upgrade",
    "Connection: close",
    "TE: trailers",
  ],
  ...["X-NP6-Mock-Scenario: reset-after", "X-NP6-Mock-Scenario: slow-body,pieces=2,milliseconds=1"],
  ...["X-NP6-Mock-Scenario: unknown-receiver", "X-NP6-Mock-Scenario: partial-failure,failures=9"],
  ...[
    "X-NP6-Mock-Scenario: ,",
    "__proto__: a",
    "constructor: a",
    "Origin: null",
    "Access-Control-Request-Method: PUT",
  ],
);

const header = fc.oneof(
  { weight: 1, arbitrary: brokenHeader },
  { weight: 10, arbitrary: oddHeader },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 10, unit: "grapheme-ascii" }).map((value) => `X-Any: ${value}`),
  },
);

const host = fc.constantFrom(
  ...[
    "127.0.0.1",
    "127.0.0.1",
    "localhost",
    "LOCALHOST",
    "np6-mock:4010",
    "",
    "[::1",
    "a,b",
    "evil.example",
    "%zz",
  ],
);

const depth = fc.integer({ min: 1, max: 20_000 });
const nested = fc
  .tuple(depth, fc.constantFrom(["[", "]"], ['{"a":', "}"], ['[{"next":', "}]"], ['{"receiver":', "}"]))
  .map(([levels, [open = "", close = ""]]) => `${open.repeat(levels)}1${close.repeat(levels)}`);
const receiver = { type: "id", value: "000A1B2C" };
const nearlyValid = fc
  .record(
    {
      receiver: fc.oneof(fc.constant(receiver), fc.jsonValue()),
      variables: fc.jsonValue(),
      event: fc.jsonValue(),
      stamp: fc.jsonValue(),
      resolutions: fc.jsonValue(),
      ["__proto__"]: fc.jsonValue(),
      "\u65e5\u672c\n": fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));

const text = fc.oneof(
  { weight: 2, arbitrary: fc.constant(JSON.stringify({ receiver })) },
  { weight: 2, arbitrary: fc.constant(JSON.stringify([{ receiver }, { receiver: 1 }])) },
  { weight: 3, arbitrary: nearlyValid },
  { weight: 2, arbitrary: fc.json() },
  { weight: 2, arbitrary: nested },
  fc.constantFrom(
    "",
    "{",
    '{"a":1,}',
    "1e999",
    "null",
    '"\\ud800"',
    "NaN",
    "//",
    "\ufeff{}",
    '{"a":1}{"a":2}',
    "'a'",
  ),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"constructor":1}',
    '{"a":"\\u0000"}',
    `[${"{},".repeat(3000)}{}]`,
  ),
  fc.string({ unit: "binary" }),
);

const body = fc.oneof(
  { weight: 5, arbitrary: text.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: text.map((value) => Buffer.from(value, "utf16le")) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);

/** Framing of the body, which may be wrong. */
const framing = fc.oneof(
  { weight: 12, arbitrary: fc.constant("length") },
  fc.constantFrom("chunked", "none", "too short", "too long", "bad chunk"),
);

/** Requests that no client should send: targets, headers, framings and bodies of every kind, mostly half correct. */
export const rawRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    method,
    target,
    version: fc.oneof(
      { weight: 100, arbitrary: fc.constant("HTTP/1.1") },
      fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "", "HTTP/1.1 x"),
    ),
    host,
    isUsual: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    headers: fc.array(header, { maxLength: 2 }),
    framing,
    body,
  })
  .map(({ method, target, version, host, isUsual, headers, framing, body }) => {
    const taken = new Set(headers.map((line) => line.split(":")[0]?.toLowerCase()));
    const usual = [`Host: ${host}`, "X-Key: any-key", `Content-Type: ${vendor}`, `Accept: ${vendor}`];
    // The parser rejects duplicate headers, so the odd header replaces the usual one.
    const kept = usual.filter((line) => !taken.has(line.split(":")[0]?.toLowerCase()));
    const lines = isUsual ? [...kept, ...headers] : headers;
    const lengths = {
      length: body.length,
      "too short": Math.floor(body.length / 2),
      "too long": body.length + 9,
    };
    const length = framing in lengths ? [`Content-Length: ${lengths[framing as keyof typeof lengths]}`] : [];
    const isChunked = framing === "chunked" || framing === "bad chunk";
    const coding = isChunked ? ["Transfer-Encoding: chunked"] : [];
    const size = framing === "bad chunk" ? "zz" : body.length.toString(16);
    const content = isChunked
      ? Buffer.concat([Buffer.from(`${size}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")])
      : body;
    const head = [`${method} ${target} ${version}`.trim(), ...lines, ...length, ...coding].join("\r\n");
    return { bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), content]) };
  });
