import { type Agent, type ServerResponse, request as send } from "node:http";
import type { ReceivedRequest } from "./received-request.ts";

/**
 * Passes a request on to the mock as it came, and the mock's answer back. No header is added, above all no
 * Content-Length that the client left out.
 */
export function passOn(
  { method, path, headers, body }: ReceivedRequest,
  response: ServerResponse,
  { mockUrl, agent }: { mockUrl: string; agent: Agent },
): void {
  const { host: _host, connection: _connection, ...others } = headers;
  const passed = send(`${mockUrl}${path}`, { method, headers: others, agent }, (answer) => {
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && name !== "connection" && name !== "keep-alive")
        response.setHeader(name, value);
    }
    response.writeHead(answer.statusCode ?? 502);
    answer.pipe(response);
  });
  passed.on("error", (error) => response.writeHead(502).end(`the mock did not answer: ${error.message}`));
  passed.end(body);
}
