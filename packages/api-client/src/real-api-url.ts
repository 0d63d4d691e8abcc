import { api } from "./generated/operations.gen.ts";

/**
 * The vendor's server, as the spec names it: production. For a service that chooses where to send by its own setting; a
 * client without `baseUrl` calls the same.
 */
export const realApiUrl: string = api.server;
