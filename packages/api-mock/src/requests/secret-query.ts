import { removedKey } from "./create-key-remover.ts";
import type { IsSecret } from "./secret-headers.ts";

/** Removes the values of secret parameters from a query, by their names. @param query without its question mark */
export function withoutSecrets(query: string, isSecret: IsSecret): string {
  if (query === "") return query;
  return query
    .split("&")
    .map((pair) => {
      const [name = ""] = pair.split("=");
      return isSecret(decoded(name)) && name !== pair ? `${name}=${removedKey}` : pair;
    })
    .join("&");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
