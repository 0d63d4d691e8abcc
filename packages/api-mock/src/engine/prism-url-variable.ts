/**
 * Name of the environment variable that says where a Prism listens that was fed with the bundled document. It is how test files and
 * the processes that they start share one: environments are inherited.
 */
export const prismUrlVariable = "NP6_MOCK_PRISM_URL";
