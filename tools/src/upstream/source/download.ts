import { UpstreamError } from "../upstream-error.ts";

/** How much is read and how long is waited for it. */
export interface DownloadLimits {
  /** Largest accepted document, decompressed. */
  readonly bytes: number;
  /** From the request to the last byte. */
  readonly milliseconds: number;
}

const instead = "or download it yourself and give the file to --from";

/**
 * Downloads a text. Nothing but the address is sent: no key, no cookie.
 * @throws UpstreamError when the address cannot be reached in time, refuses, or answers a page or too much
 */
export async function download(address: string, limits: DownloadLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(address, {
      headers: { accept: "application/yaml, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1" },
      signal,
    });
    const refusal = refusalOf(response);
    if (refusal === undefined) return await readText(response, address, limits);
    await response.body?.cancel();
    throw new UpstreamError(`${address} ${refusal}`);
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    if (signal.aborted) {
      throw new UpstreamError(
        `${address} did not answer within ${limits.milliseconds} ms. Try again later, ${instead}.`,
        { cause },
      );
    }
    throw new UpstreamError(
      `${address} cannot be reached (${reasonOf(cause)}). Check the address, ${instead}.`,
      {
        cause,
      },
    );
  }
}

function refusalOf(response: Response): string | undefined {
  if (!response.ok) return `answered ${response.status}. Check the address, ${instead}.`;
  const type = response.headers.get("content-type") ?? "";
  if (/^\s*text\/html|^\s*application\/xhtml/i.test(type)) {
    return `answered a page (${type}), not a document. Give the address of the bundle itself, ${instead}.`;
  }
  return undefined;
}

async function readText(response: Response, address: string, limits: DownloadLimits): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the download.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limits.bytes) {
      throw new UpstreamError(
        `${address} answers more than ${limits.bytes} bytes. Check that it is the bundle.`,
      );
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** fetch says "fetch failed"; the reason is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
