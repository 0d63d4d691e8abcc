import { join } from "node:path";
import { watch } from "chokidar";

/** Milliseconds without a change after which an edit is complete: editors and git write several files. */
const QUIET_MS = 200;

/** A watch that runs until it is closed. */
export interface SpecWatch {
  readonly close: () => Promise<void>;
}

/**
 * Watches the sources of a checkout's spec, without generated files.
 * @param repository - absolute path of the checkout
 * @param changed - called after every edit, with its files relative to the repository
 * @returns when it watches
 */
export async function watchSpec(
  repository: string,
  changed: (files: readonly string[]) => void,
): Promise<SpecWatch> {
  const generated = /[\\/](node_modules|dist|\.turbo|\.results)([\\/]|$)/;
  const folder = join(repository, "spec");
  const watcher = watch("spec", {
    cwd: repository,
    ignoreInitial: true,
    ignored: (path) => generated.test(path.slice(repository.length)),
  });
  let files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", (_, path) => {
    files.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const edited = [...files].sort();
      files = new Set();
      changed(edited);
    }, QUIET_MS);
  });
  const ready = Promise.withResolvers<void>();
  watcher.once("ready", () => ready.resolve());
  watcher.once("error", (cause) => ready.reject(new Error(`${folder} cannot be watched`, { cause })));
  await ready.promise;
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
