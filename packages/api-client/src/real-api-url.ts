import { api } from "./generated/operations.gen.ts";

/**
 * Production: the URL of the vendor's server in the spec. A client without `baseUrl` calls it too. It is exported for
 * services that choose the server by a setting.
 */
export const realApiUrl: string = api.server;
