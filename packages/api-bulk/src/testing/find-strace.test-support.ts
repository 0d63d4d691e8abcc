import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const place = "/usr/bin/strace";

/**
 * Finds strace, for tests that observe a process from outside. Installs Debian's package when it is missing and that is
 * allowed.
 * @returns undefined when strace can be used; else the reason why its tests do not run
 */
export function missingStrace(): string | undefined {
  const howTo = "install Debian's package `strace` (apt-get install strace) and run this again";
  if (!existsSync(place)) {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return `strace is not there; ${howTo}`;
    // One installation at a time: a second run waits, and then finds strace.
    const command = `test -x ${place} || { apt-get update -qq && apt-get install -y -qq --no-install-recommends strace; }`;
    const { status, stderr } = spawnSync("flock", ["/var/lock/np6-strace.lock", "sh", "-c", command], {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) return `apt-get could not install strace; ${howTo}: ${stderr}`;
  }
  // Some containers forbid tracing of other processes.
  const tried = spawnSync(place, ["-o", "/dev/null", "true"], { encoding: "utf8" });
  return tried.status === 0 ? undefined : `strace may not be used here: ${tried.stderr || tried.error}`;
}
