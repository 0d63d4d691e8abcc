import { Refusal } from "../failures/refusal.ts";
import { isTestRun } from "./is-test-run.ts";

/**
 * Refuses the spec's server in a test run, and where an environment variable is `never`: a call there reaches real
 * customers.
 * @param baseUrl - the client's base URL, from any source
 * @param server - the server of the spec
 * @param allowed - whether the caller allowed this test to call it
 * @param variable - name of the environment variable
 * @throws Refusal that names the fix
 */
export function checkRealApi(
  baseUrl: string,
  server: string | undefined,
  allowed: boolean,
  variable?: string,
): void {
  if (server === undefined || !URL.canParse(server) || hostOf(baseUrl) !== hostOf(server)) return;
  if (!baseUrl.startsWith("https:")) {
    throw new Refusal("`baseUrl` must use https: for the real API, whatever is allowed elsewhere.");
  }
  const setting = (variable && readEnvironment(variable))?.trim().toLowerCase();
  if (setting === "never") {
    throw new Refusal(
      `the client would call the real API, which ${variable}=never forbids here; set \`baseUrl\` to another server.`,
    );
  }
  if (setting) {
    throw new Refusal(`the environment variable ${variable} must be \`never\` or not set.`);
  }
  if (allowed || !isTestRun(readEnvironment)) return;
  throw new Refusal(
    "this is a test run, and the client would call the real API; set `baseUrl` to the address of a mock, " +
      "or `allowRealApi: true` if this test may reach real customers.",
  );
}

/** Ignores the port: the vendor's other ports count too. A trailing dot names the same host (RFC 1034, section 3.1). */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, "");
}

/**
 * Reads an environment variable, if the platform has any.
 * @returns undefined when it is not set or not readable: a browser has no `process`, and Deno throws without
 *   `--allow-env`
 */
export function readEnvironment(name: string): string | undefined {
  try {
    const { process } = globalThis as {
      readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
    };
    return process?.env?.[name];
  } catch {
    return undefined;
  }
}
