// Servers

// Faults as data
export type { Answer, HeaderLine } from "./answer.ts";
export { type Bytes, bufferFromBytes, bytesFromBuffer } from "./bytes.ts";
// Faults, listed
export type { CatalogueOptions } from "./catalogue/catalogue-context.ts";
export type {
  CatalogueRow,
  Expected,
  FailureKind,
  FaultGroup,
  RetryAfter,
} from "./catalogue/catalogue-row.ts";
export { faultCatalogue } from "./catalogue/fault-catalogue.ts";
// Faults, made
export { compressBody } from "./compress-body.ts";
export { type CutEnd, type CutPlace, cutAnswer } from "./cut-answer.ts";
export { decompressionBomb } from "./decompression-bomb.ts";
export { dripAnswer } from "./drip-answer.ts";
export { type EncodedAnswer, encodeAnswer } from "./encode-answer.ts";
export { endlessBody } from "./endless-body.ts";
export type { Fault, Step } from "./fault.ts";
export type { FaultFunction, FaultServer, FaultServerOptions } from "./fault-server.ts";
export { type ExitServer, startExitServer } from "./leaving/start-exit-server.ts";
export { type GivenAnswer, headerValues, type ReceivedRequest } from "./received-request.ts";
export { type RefusedPort, reserveRefusedPort } from "./reserve-refused-port.ts";
export { respond } from "./respond.ts";
export { sendBytes } from "./send-bytes.ts";
// Soak
export type { LedgerEntry, SoakLedger } from "./soak/soak-ledger.ts";
export type { SoakOptions } from "./soak/soak-options.ts";
export { type SoakServer, startSoakServer } from "./soak/start-soak-server.ts";
export { startFaultServer } from "./start-fault-server.ts";
export { startThiefServer, type ThiefServer } from "./start-thief-server.ts";
// TLS and HTTP/2
export { type Certificate, type Certificates, createCertificates } from "./tls/create-certificates.ts";
export { type Http2Code, type Http2Fault, type Http2Row, http2Catalogue } from "./tls/http2-fault.ts";
export {
  type Http2Execution,
  type Http2Server,
  type Http2ServerOptions,
  startHttp2Server,
} from "./tls/start-http2-server.ts";
