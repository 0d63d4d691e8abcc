import { join } from "node:path";
import { execa } from "execa";
import { type Service, startService } from "./start-service.ts";

/** A registry for this rehearsal only. */
export interface Registry extends Service {
  /** May publish @np6 packages. */
  readonly publisherToken: string;
  /** May install them; without a token nobody may. */
  readonly consumerToken: string;
}

/**
 * Starts a registry that stores the @np6 packages and gets others from npm's registry.
 * @param storage - folder for published packages
 */
export async function startRegistry(storage: string): Promise<Registry> {
  const { stdout: upstream } = await execa("npm", ["config", "get", "registry"]);
  const ours = { access: ["$authenticated"], publish: ["publisher"], unpublish: [] };
  const configuration = {
    configPath: join(storage, "config.yaml"),
    self_path: storage,
    storage: join(storage, "packages"),
    auth: { htpasswd: { file: join(storage, "htpasswd"), max_users: 2, algorithm: "bcrypt", rounds: 4 } },
    uplinks: { upstream: { url: upstream.trim(), cache: true, maxage: "1h", timeout: "60s" } },
    packages: { "@np6/*": ours, "**": { access: ["$all"], publish: [], proxy: ["upstream"] } },
    log: { type: "stdout", format: "pretty", level: "fatal" },
    web: { enable: false },
  };
  const service = await startService("start-registry.mjs", [JSON.stringify(configuration)]);
  const publisherToken = await register(service.url, "publisher");
  const consumerToken = await register(service.url, "consumer");
  return { ...service, publisherToken, consumerToken };
}

/** Registers a user like `npm login`. */
async function register(registry: string, name: string): Promise<string> {
  const response = await fetch(`${registry}-/user/org.couchdb.user:${name}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password: crypto.randomUUID() }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined)
    throw new Error(`The registry issued no token for ${name} (status ${response.status}).`);
  return token;
}
