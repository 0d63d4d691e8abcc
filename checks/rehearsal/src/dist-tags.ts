import type { Registry } from "./start-registry.ts";

/**
 * Requests a package's tags from the registry.
 * @param name - without its scope
 * @returns version by tag, for example `latest`
 */
export async function distTags(registry: Registry, name: string): Promise<Readonly<Record<string, string>>> {
  const headers = { Authorization: `Bearer ${registry.consumerToken}` };
  const response = await fetch(`${registry.url}@np6%2f${name}`, { headers });
  const document = (await response.json()) as { "dist-tags"?: Record<string, string> };
  return document["dist-tags"] ?? {};
}
