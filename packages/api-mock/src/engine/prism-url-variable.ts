/**
 * Environment variable with the URL of a running Prism with the bundled document. Test files and the processes that
 * they start share one Prism by it, because environments are inherited.
 */
export const prismUrlVariable = "NP6_MOCK_PRISM_URL";
