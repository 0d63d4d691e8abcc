/** What the first half of the command hands to the second. */
export interface RunSettings {
  /** The temporary folder of this run. */
  readonly folder: string;
  readonly mockUrl: string;
  /** The module of the servers that speak HTTP/2. */
  readonly faultServer: string;
  /** How to start Chromium, or why it cannot be. */
  readonly chromium:
    | { readonly executablePath: string; readonly args: readonly string[] }
    | { readonly missing: string };
}
