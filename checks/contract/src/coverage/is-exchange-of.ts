import type { DocumentedOperation } from "../exchanges/documented-operations.ts";
import type { Exchange } from "../exchanges/recording-proxy.ts";

/** Whether a request belongs to an operation, by method and path. */
export function isExchangeOf({ method, path }: DocumentedOperation, { request }: Exchange): boolean {
  const segments = path.split(/\{[^}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return request.method === method && new RegExp(`^${segments.join("[^/]+")}$`).test(request.path);
}
