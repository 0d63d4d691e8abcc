/** The options of the client that the suite uses. */
interface Options {
  readonly apiKey: string;
  readonly baseUrl: string;
}

interface Input {
  readonly path: { readonly id: number };
  readonly body?: unknown;
}

/**
 * A careless client. It follows redirects, labels everything `application/json`, and treats empty errors and HTML as
 * success. It sends again when a connection dies, ignores aborts, and shows the key.
 */
export function createCarelessClient({ apiKey, baseUrl }: Options) {
  const send = async (path: string, body: unknown, attempt = 1): Promise<unknown> => {
    const headers = { "X-Key": apiKey, "Content-Type": "application/json" };
    // As a stream, so without Content-Length.
    const stream = new Blob([JSON.stringify(body) ?? "null"]).stream();
    const init = {
      method: "POST",
      headers,
      body: stream,
      duplex: "half",
      signal: AbortSignal.timeout(2_000),
    };
    let response: Response;
    try {
      response = await fetch(baseUrl + path, init as RequestInit);
    } catch (error) {
      if (attempt === 1) return send(path, body, 2);
      throw carelessError(error, apiKey);
    }
    const text = await response.text().catch((error: unknown) => {
      throw carelessError(error, apiKey);
    });
    if (!response.ok && text !== "") throw carelessError(text, apiKey);
    return text.startsWith("{") ? JSON.parse(text) : text;
  };
  const operation =
    (name: string) =>
    ({ path, body }: Input) =>
      send(`/scripting/workflows/${path.id}/${name}`, body);
  return {
    duplicateWorkflow: operation("duplication"),
    executeWorkflow: operation("execution"),
    executeWorkflowBatch: operation("executions"),
    POST: async (template: string, { params, body }: { params: Input; body?: unknown }) => ({
      data: await send(template.replace("{id}", String(params.path.id)), body),
    }),
  };
}

function carelessError(cause: unknown, apiKey: string): Error {
  // An unhandled rejection.
  void Promise.reject(new Error("forgotten"));
  return new Error(`sending with key ${apiKey} failed`, { cause });
}
