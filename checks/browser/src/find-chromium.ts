import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** How to start Chromium, or the reason why that is impossible. */
export type Chromium =
  | { readonly executablePath: string; readonly args: readonly string[] }
  | { readonly missing: string };

/** The machine that is searched; tests replace it. */
interface Machine {
  readonly isThere: (path: string) => boolean;
  /** Whether packages may be installed: by root on Debian, as in a CI container. */
  readonly mayInstall: boolean;
  /** Installs Debian's package. @returns the error, if any */
  readonly install: () => string | undefined;
}

const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// Without Chromium's background requests; its sandbox works neither for root nor in most containers.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const thisMachine: Machine = {
  isThere: existsSync,
  mayInstall: process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"),
  install: () => {
    // One installation at a time: a second run waits, then finds the program.
    const command =
      "test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }";
    const { status, stderr } = spawnSync("flock", ["/var/lock/np6-chromium.lock", "sh", "-c", command], {
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return status === 0 ? undefined : stderr;
  },
};

/** Finds Chromium, and installs Debian's package if it is missing and installation is allowed. */
export function findChromium(say: (line: string) => void, machine: Machine = thisMachine): Chromium {
  const howTo = "install Debian's package `chromium` (apt-get install chromium) and run the command again";
  if (!paths.some(machine.isThere)) {
    if (!machine.mayInstall) return { missing: `Chromium is not at ${paths.join(", ")}; ${howTo}` };
    say("Installing Debian's chromium …");
    const problem = machine.install();
    if (problem !== undefined) return { missing: `apt-get could not install chromium; ${howTo}: ${problem}` };
  }
  const executablePath = paths.find(machine.isThere);
  return executablePath === undefined
    ? { missing: `apt-get installed chromium, but not at ${paths.join(", ")}; ${howTo}` }
    : { executablePath, args };
}
