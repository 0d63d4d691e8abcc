import { respond } from "../../script/respond.ts";
import { sendBytes } from "../../script/send-bytes.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { neverSent } from "../expected.ts";

/** A handshake that fails: the request was never sent, though not every error code proves it. */
const noHandshake: Expected = { outcome: "failure", kinds: ["connection", "timeout"], repeats: {} };
const unfinishedHandshake: Expected = { ...noHandshake, platformMayKeepSocket: true };

/** Rows without a server, or without a server that supports TLS. */
export function addressRows({ ok }: CatalogueContext): CatalogueRow[] {
  const nobody = (address: "refused" | "unresolvable", name: string): CatalogueRow => ({
    ...createRow("address", name, respond(ok), neverSent, { address, script: () => [] }),
    mayHaveRun: false,
  });
  const tls = (name: string, fault: ReturnType<typeof sendBytes>, endsBy: "itself" | "timeout" = "itself") =>
    createRow("tls", name, fault, endsBy === "timeout" ? unfinishedHandshake : noHandshake, {
      address: "https",
      endsBy,
    });
  return [
    nobody("refused", "connection refused"),
    nobody("unresolvable", "name that does not resolve"),
    tls("TLS handshake reset", sendBytes("", "reset", "connection")),
    tls("TLS handshake ended", sendBytes("", "close", "connection")),
    tls("TLS handshake never answered", sendBytes("", "hang", "connection"), "timeout"),
    tls("plain HTTP where TLS is spoken", {
      ...sendBytes("HTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n"),
      begin: "connection",
    }),
  ];
}
