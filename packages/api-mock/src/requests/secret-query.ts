import { removedKey } from "./create-key-remover.ts";
import type { IsSecret } from "./secret-headers.ts";

/** A query without the values of parameters whose names say that they are secret. @param query without its question mark */
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
