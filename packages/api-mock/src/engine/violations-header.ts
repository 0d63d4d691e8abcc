/** The header in which Prism and the mock report the rules that a request or a response breaks. */
export const violationsHeader = "sl-violations";
