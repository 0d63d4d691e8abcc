/** What the first half of the command hands to the second. */
export interface RunSettings {
  /** The temporary folder of this run. */
  readonly folder: string;
  readonly mockUrl: string;
  readonly chromium: { readonly path: string } | { readonly missing: string };
}
