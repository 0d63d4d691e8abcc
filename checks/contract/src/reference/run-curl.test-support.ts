import { execFile } from "node:child_process";
import { testKey } from "../exchanges/call-operation.ts";

/**
 * Runs a curl command of the page in a POSIX shell, with the server's address replaced and the key in its variable.
 * @param server - the address on the page
 * @param url - the address to call instead
 * @returns the problem; undefined when it ran
 */
export async function runCurl(code: string, server: string, url: string): Promise<string | undefined> {
  const parts = code.split(`'${server}/`);
  if (parts.length !== 2) return `it must name ${server} once, and does so ${parts.length - 1} times.`;
  const env = { ...process.env, NP6_API_KEY: testKey };
  return new Promise((resolve) => {
    execFile("sh", ["-c", parts.join(`'${url}/`)], { env, timeout: 30_000 }, (error, _stdout, stderr) => {
      resolve(error === null ? undefined : `it failed; is curl installed? ${error.message} ${stderr}`);
    });
  });
}
