import type { ServerResponse } from "node:http";
import { faultIds } from "../suite/fault-ids.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** The input of a fault. */
export interface FaultCall {
  readonly request: ReceivedRequest;
  readonly response: ServerResponse;
  /** Target of a redirect to another origin. */
  readonly otherOriginUrl: string;
}

/** Responds to a call in a way that the mock cannot. */
export type Fault = (call: FaultCall) => void;

const vendorType = "application/vnd.np6.cm.workflow-v4";
const result = JSON.stringify({ type: "success", flow: {} });

const answer: Fault = ({ response }) => response.writeHead(200, { "Content-Type": vendorType }).end(result);

const silence: Fault = () => undefined;

const halfABody: Fault = ({ response }) => {
  response.writeHead(200, { "Content-Type": vendorType, "Content-Length": result.length });
  response.write(result.slice(0, result.length / 2));
};

const status =
  (code: number): Fault =>
  ({ response }) =>
    response.writeHead(code, { "Content-Length": 0 }).end();

const redirectAway =
  (code: number): Fault =>
  ({ response, request, otherOriginUrl }) =>
    response.writeHead(code, { Location: `${otherOriginUrl}${request.path}` }).end();

/** Responds normally on a new connection, so that a client that opens one succeeds. */
const whenReused =
  (die: (call: FaultCall) => void): Fault =>
  (call) =>
    call.request.onReusedConnection ? die(call) : answer(call);

const close: Fault = ({ response }) => response.socket?.destroy();
const reset: Fault = ({ response }) => response.socket?.resetAndDestroy();

/** Closes the connection after this part was sent; destroying it at once would discard the part. */
function endAfter(response: ServerResponse, part: string): void {
  response.write(part, () => response.socket?.end());
}

/** The faults by workflow id. */
export const faults: ReadonlyMap<number, Fault> = new Map<number, Fault>([
  [faultIds.answered, answer],
  [faultIds.emptyConflict, status(409)],
  ...Object.entries(faultIds.redirectAway).map(([code, id]): [number, Fault] => [
    id,
    redirectAway(Number(code)),
  ]),
  [
    faultIds.redirectHome,
    ({ response, request }) => {
      const target = request.path.replace(String(faultIds.redirectHome), String(faultIds.redirectLanding));
      response.writeHead(307, { Location: target }).end();
    },
  ],
  [faultIds.redirectLanding, answer],
  [faultIds.silence, silence],
  [faultIds.silenceBeforeAbort, silence],
  [faultIds.abortedBeforeSending, answer],
  [faultIds.silenceInBody, halfABody],
  [faultIds.silenceInBodyBeforeAbort, halfABody],
  [
    faultIds.wrongMediaType,
    ({ response }) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Welcome</h1>"),
  ],
  [faultIds.missingContentType, ({ response }) => response.writeHead(200).end(result)],
  [
    faultIds.brokenOff,
    ({ response }) => {
      response.writeHead(200, { "Content-Type": vendorType, "Content-Length": result.length });
      endAfter(response, result.slice(0, result.length / 2));
    },
  ],
  [
    faultIds.brokenOffAfterJson,
    ({ response }) => {
      response.writeHead(200, { "Content-Type": vendorType, "Content-Length": result.length + 10 });
      endAfter(response, result);
    },
  ],
  [
    faultIds.brokenOffWithoutLastChunk,
    ({ response }) => {
      response.writeHead(200, { "Content-Type": vendorType, "Transfer-Encoding": "chunked" });
      endAfter(response, result);
    },
  ],
  [faultIds.diesAtOnce, close],
  [faultIds.endsWhenReused, whenReused(close)],
  [faultIds.resetsWhenReused, whenReused(reset)],
  [faultIds.endsWhenReusedRecommended, whenReused(close)],
  [faultIds.misdirected, status(421)],
  [faultIds.hiddenRequestId, status(409)],
  [faultIds.withoutCors, answer],
]);
