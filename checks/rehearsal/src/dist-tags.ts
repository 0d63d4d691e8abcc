import type { Registry } from "./start-registry.ts";

/**
 * Asks the registry for a package's tags.
 * @param name - without its scope
 * @returns version by tag, such as `latest`
 */
export async function distTags(registry: Registry, name: string): Promise<Readonly<Record<string, string>>> {
  const headers = { Authorization: `Bearer ${registry.consumerToken}` };
  const response = await fetch(`${registry.url}@np6%2f${name}`, { headers });
  const document = (await response.json()) as { "dist-tags"?: Record<string, string> };
  return document["dist-tags"] ?? {};
}
