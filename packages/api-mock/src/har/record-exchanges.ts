import type { Specification } from "../api/read-specification.ts";
import { createKeyRemover } from "../requests/create-key-remover.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { secretHeaders, secretsOf } from "../requests/secret-headers.ts";
import type { WireExchange } from "../session/create-front-end.ts";
import { createHarRecorder } from "./create-har-recorder.ts";
import { harEntry } from "./har-entry.ts";
import { headersByName } from "./headers-by-name.ts";
import { answerHeaders } from "./recorded-headers.ts";

/** Records exchanges without the key. */
export interface Recording {
  /** @param url base URL of the mock */
  readonly add: (url: string, received: ReceivedRequest, wire: WireExchange) => void;
  /** Resolves when the file is complete. */
  readonly close: () => Promise<void>;
}

/** Largest number of keys; more come from strangers' requests, which must not slow the recording down. */
const mostSecrets = 100;

/**
 * Starts a recording. A key in a request's header is removed from all other requests, including earlier ones.
 *
 * @param bodies whether bodies are written; they can contain personal data
 * @throws Error that names the file when it cannot be written
 */
export async function recordExchanges(
  file: string,
  creator: { readonly name: string; readonly version: string },
  specification: Specification,
  bodies = true,
): Promise<Recording> {
  const isSecret = secretHeaders(specification);
  const secrets = new Set<string>();
  const clean = (text: string): string => createKeyRemover([...secrets])(text);
  const recorder = await createHarRecorder(file, creator, clean);
  const parameters = specification.operations.flatMap(({ headerParameters }) => headerParameters);
  const declared = new Set([...parameters, ...answerHeaders(specification)]);
  return {
    add: (url, received, wire) => {
      for (const secret of secretsOf(headersByName(wire.request.rawHeaders), isSecret)) {
        if (secrets.size < mostSecrets) secrets.add(secret);
      }
      recorder.add(harEntry(url, received, wire, { isSecret, declared, clean, bodies }));
    },
    close: recorder.close,
  };
}
