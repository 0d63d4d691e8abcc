/**
 * Reads an environment variable, where there are any.
 * @returns undefined when it is not set, and where nobody may look: a browser has no `process`, and Deno throws without
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
