import { headerOf } from "../answer.ts";
import type { WireExchange } from "../create-front-end.ts";
import type { Specification } from "../read-specification.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { secretHeaders } from "../requests/secret-headers.ts";
import { createHarRecorder } from "./create-har-recorder.ts";
import { harEntry } from "./har-entry.ts";

/** Records what goes over the wire, without the key. */
export interface Recording {
  /** @param url base URL of the mock */
  readonly add: (url: string, received: ReceivedRequest, wire: WireExchange) => void;
  /** Resolves when the file has everything. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a recording.
 *
 * @throws Error that names the file when it cannot be written
 */
export async function recordExchanges(
  file: string,
  creator: { readonly name: string; readonly version: string },
  specification: Specification,
): Promise<Recording> {
  const recorder = await createHarRecorder(file, creator);
  const secret = secretHeaders(specification);
  return {
    add: (url, received, wire) => {
      const secrets = [...secret].flatMap((name) => headerOf(wire.request.rawHeaders, name) ?? []);
      recorder.add(harEntry(url, received, wire, secret, secrets));
    },
    close: recorder.close,
  };
}
