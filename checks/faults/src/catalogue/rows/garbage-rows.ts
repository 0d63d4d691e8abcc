import { bytesFromBuffer } from "../../script/bytes.ts";
import type { Fault } from "../../script/fault.ts";
import { sendBytes } from "../../script/send-bytes.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { undecodable } from "../expected.ts";

const garbage = {
  "noise that is no text": bytesFromBuffer(
    Uint8Array.from({ length: 256 }, (_, index) => (index * 73 + 129) % 256),
  ),
  "text that is no HTTP": "SSH-2.0-OpenSSH_9.9\r\n",
  "an HTML page without a head": "<!doctype html><title>502</title>",
  "a line of HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "a status line without a number": "HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n",
  "a status of two digits": "HTTP/1.1 99 \r\nContent-Length: 0\r\n\r\n",
  "a status of four digits": "HTTP/1.1 1000 \r\nContent-Length: 0\r\n\r\n",
  "a header name with a space": "HTTP/1.1 200 \r\nBad Name: 1\r\nContent-Length: 2\r\n\r\n{}",
  "a header with NUL": "HTTP/1.1 200 \r\nX-Nul: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
  "a Content-Length that is no number": "HTTP/1.1 200 \r\nContent-Length: abc\r\n\r\n{}",
  "a negative Content-Length": "HTTP/1.1 200 \r\nContent-Length: -1\r\n\r\n{}",
  "a chunk size that is no number":
    "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
};

/** Bytes that are no HTTP response. */
export function garbageRows(): CatalogueRow[] {
  const begins = {
    request: "after the request",
    "request-head": "after the head",
    connection: "on connection",
  };
  const row = (name: string, bytes: (typeof garbage)[keyof typeof garbage], begin: Fault["begin"]) =>
    createRow("garbage", `${name}, ${begins[begin]}`, sendBytes(bytes, "close", begin), undecodable);
  return [
    ...Object.entries(garbage).map(([name, bytes]) => row(name, bytes, "request")),
    row("text that is no HTTP", garbage["text that is no HTTP"], "connection"),
    row("text that is no HTTP", garbage["text that is no HTTP"], "request-head"),
  ];
}
