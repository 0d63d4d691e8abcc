import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Finds Chromium, and installs Debian's package when it is missing and this process may (root, as in a CI container).
 * @returns its path
 * @throws Error that says how to install it
 */
export function findChromium(say: (line: string) => void): string {
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  const howTo = "install Debian's package `chromium` (apt-get install chromium) and run the command again";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(`Chromium is not at ${places.join(", ")}; ${howTo}`);
  }
  say("Installing Debian's chromium …");
  // One at a time: a second run waits, then finds it there.
  const install =
    "test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }";
  const { status, stderr } = spawnSync("flock", ["/var/lock/np6-chromium.lock", "sh", "-c", install], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`apt-get could not install chromium; ${howTo}: ${stderr}`);
  return "/usr/bin/chromium";
}
