// Servers

// The fault catalogue
export type { CatalogueOptions } from "./catalogue/catalogue-context.ts";
export type {
  CatalogueRow,
  Expected,
  FailureKind,
  FaultGroup,
  RetryAfter,
} from "./catalogue/catalogue-row.ts";
export { faultCatalogue } from "./catalogue/fault-catalogue.ts";
export { type ExitServer, startExitServer } from "./leaving/start-exit-server.ts";
// Faults as data
export type { Answer, HeaderLine } from "./script/answer.ts";
export { type Bytes, bufferFromBytes, bytesFromBuffer } from "./script/bytes.ts";
// Functions that make faults
export { compressBody } from "./script/compress-body.ts";
export { type CutEnd, type CutPosition as CutPlace, cutAnswer } from "./script/cut-answer.ts";
export { decompressionBomb } from "./script/decompression-bomb.ts";
export { dripAnswer } from "./script/drip-answer.ts";
export { type EncodedAnswer, encodeAnswer } from "./script/encode-answer.ts";
export { endlessBody } from "./script/endless-body.ts";
export type { Fault, Step } from "./script/fault.ts";
export { respond } from "./script/respond.ts";
export { sendBytes } from "./script/send-bytes.ts";
export type { FaultFunction, FaultServer, FaultServerOptions } from "./server/fault-server.ts";
export { type RefusedPort, reserveRefusedPort } from "./server/reserve-refused-port.ts";
export { startFaultServer } from "./server/start-fault-server.ts";
export { type OtherOrigin, startOtherOrigin } from "./server/start-other-origin.ts";
// Soak
export type { LedgerEntry, SoakLedger } from "./soak/soak-ledger.ts";
export type { SoakOptions } from "./soak/soak-options.ts";
export { type SoakServer, startSoakServer } from "./soak/start-soak-server.ts";
// TLS and HTTP/2
export { type Certificate, type Certificates, createCertificates } from "./tls/create-certificates.ts";
export { type Http2Code, type Http2Fault, type Http2Row, http2Catalogue } from "./tls/http2-fault.ts";
export {
  type Http2Execution,
  type Http2Server,
  type Http2ServerOptions,
  startHttp2Server,
} from "./tls/start-http2-server.ts";
export {
  headerValues,
  type ReceivedRequest,
  type RecordedAnswer,
} from "./wire/received-request.ts";
