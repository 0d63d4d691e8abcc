/** What the command hands over. */
export interface Settings {
  /** How to start Chromium. */
  readonly chromium: { readonly executablePath: string; readonly args: readonly string[] };
  /** The built reference page. */
  readonly page: string;
  /** The bundled OpenAPI document that it is built from. */
  readonly document: string;
  /** Where screenshots go. */
  readonly screenshots: string;
}
