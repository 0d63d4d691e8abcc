/** The environment variables with the repository's address, and how to read them. */
const sources: readonly (readonly [
  name: string,
  read: (environment: NodeJS.ProcessEnv) => string | undefined,
])[] = [
  ["NP6_REPOSITORY_URL", ({ NP6_REPOSITORY_URL }) => NP6_REPOSITORY_URL],
  [
    "GITHUB_REPOSITORY",
    ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) =>
      GITHUB_REPOSITORY && `${GITHUB_SERVER_URL || "https://github.com"}/${GITHUB_REPOSITORY}`,
  ],
  ["CI_PROJECT_URL", ({ CI_PROJECT_URL }) => CI_PROJECT_URL],
];

/**
 * Returns the address of the sources, for the field `repository` of published packages. Provenance requires it, and
 * Renovate finds release notes by it. It comes from the environment, because the repository is not bound to a host.
 * @param environment - `NP6_REPOSITORY_URL`, or the variables of GitHub's and GitLab's CI
 * @returns `git+https://…`; `undefined` on a machine without such a variable
 * @throws Error in CI without it, and for an address that is not https
 */
export function repositoryUrl(environment: NodeJS.ProcessEnv): string | undefined {
  for (const [name, read] of sources) {
    const address = read(environment);
    if (!address) continue;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== "https:" || url.username !== "" || url.search !== "" || url.hash !== "") {
      throw new Error(
        `${name} is not an https address without credentials and query; set NP6_REPOSITORY_URL, for example to https://git.example.com/team/repository.`,
      );
    }
    return `git+${url.href.replace(/(\.git)?\/?$/, "")}.git`;
  }
  if (environment.CI === undefined || environment.CI === "" || environment.CI === "false") return undefined;
  throw new Error(
    "The repository's address is unknown, but packages from CI must contain it; set NP6_REPOSITORY_URL, for example to https://git.example.com/team/repository.",
  );
}
