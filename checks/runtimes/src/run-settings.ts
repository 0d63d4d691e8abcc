/** Settings that the first half of the command passes to the second. */
export interface RunSettings {
  /** The temporary folder of this run. */
  readonly folder: string;
  readonly mockUrl: string;
  /** The module of the HTTP/2 servers. */
  readonly faultServer: string;
  /** How to start Chromium, or the reason why that is impossible. */
  readonly chromium:
    | { readonly executablePath: string; readonly args: readonly string[] }
    | { readonly missing: string };
}
