import { Agent, request } from "node:http";

/** Sends the same request repeatedly. */
export interface Caller {
  /** Resolves when the response was read. */
  readonly call: () => Promise<void>;
  readonly end: () => void;
}

/**
 * Makes a caller with kept-alive connections.
 *
 * @throws Error in `call` when the status is not 200
 */
export function createCaller(url: string, mediaType: string, body: string): Caller {
  const agent = new Agent({ keepAlive: true });
  const headers = {
    "X-Key": "any-key",
    Accept: mediaType,
    "Content-Type": mediaType,
    "Content-Length": String(Buffer.byteLength(body)),
  };
  const call = (): Promise<void> =>
    new Promise((resolve, reject) => {
      request(url, { agent, method: "POST", headers }, (answer) => {
        answer.resume().once("end", resolve);
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      })
        .once("error", reject)
        .end(body);
    });
  return { call, end: () => agent.destroy() };
}
