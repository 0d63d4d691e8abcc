import { axiosClient } from "./axios.ts";
import type { Contender } from "./contender.ts";
import { heyApi } from "./hey-api.ts";
import { kyClient } from "./ky.ts";
import { np6ByOperation, np6ByPath, np6OverUndici } from "./np6.ts";
import { openaiSdk } from "./openai.ts";
import { openapiFetch } from "./openapi-fetch.ts";
import { rawFetch, rawFetchWithTimeout } from "./raw-fetch.ts";
import { undiciRequest } from "./undici-request.ts";

/** Everybody who sends by any `fetch`; the one that all are compared with first. */
export const allContenders: readonly Contender[] = [
  rawFetch,
  rawFetchWithTimeout,
  np6ByOperation,
  np6ByPath,
  openapiFetch,
  heyApi,
  axiosClient,
  kyClient,
  openaiSdk,
];

/** Who brings a way to send along. */
export const undiciContenders: readonly Contender[] = [np6OverUndici, undiciRequest];
