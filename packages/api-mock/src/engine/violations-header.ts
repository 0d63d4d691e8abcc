/** The header in which Prism, and the mock, tell which rules of the document a request or an answer breaks. */
export const violationsHeader = "sl-violations";
