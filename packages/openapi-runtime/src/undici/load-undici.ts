import { createRequire } from "node:module";
import { Refusal } from "../failures/refusal.ts";

type Undici = typeof import("undici");

let loaded: Undici | undefined;
let loading: Promise<Undici> | undefined;

/** Returns undici if it is already loaded, so that the request need not wait. */
export function undiciIfLoaded(): Undici | undefined {
  return loaded;
}

/**
 * Loads undici on first use, not by an import at the top of a module. undici 8 cannot be imported on Node 20, and its
 * own error does not explain it.
 * @throws Error that names the package to install
 */
export function loadUndici(): Promise<Undici> {
  loading ??= import("undici").then(
    (undici) => {
      loaded = undici;
      return undici;
    },
    (cause: unknown) => {
      throw new Error(`undici cannot be loaded; ${whatToInstall}.`, { cause });
    },
  );
  return loading;
}

const whatToInstall = "run `npm install undici@7` on Node 20, `npm install undici` on Node 22.19 or newer";

/**
 * Refuses an undici that does not support this Node.
 * @throws Refusal that names the package to install
 */
export function refuseUnfitUndici(): void {
  const node = process.versions.node;
  if (Number.parseInt(node, 10) > 20) return;
  const version = installedVersion();
  if (version === undefined || Number.parseInt(version, 10) < 8) return;
  throw new Refusal(
    `undici ${version} does not run on Node ${node}; install undici 7 (\`npm install undici@7\`), or use Node 22.19 or newer.`,
  );
}

/** Undefined when no package.json is found, as in a bundle. */
function installedVersion(): string | undefined {
  try {
    return (createRequire(import.meta.url)("undici/package.json") as { version: string }).version;
  } catch {
    return undefined;
  }
}
