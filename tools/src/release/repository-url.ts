/** A variable of the environment that says where the repository is, and how to read it. */
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
 * Where the packages' sources are, for the field `repository` of what is published: provenance is refused without it, and Renovate finds
 * release notes by it. It is read from the environment, because the repository is not bound to a host.
 * @param environment - `NP6_REPOSITORY_URL`, or what GitHub's and GitLab's CI set
 * @returns `git+https://…`; `undefined` on a machine where nothing says so
 * @throws Error in CI without it, and for an address that is not https
 */
export function repositoryUrl(environment: NodeJS.ProcessEnv): string | undefined {
  for (const [name, read] of sources) {
    const found = read(environment);
    if (!found) continue;
    const url = URL.canParse(found) ? new URL(found) : undefined;
    if (url?.protocol !== "https:" || url.username !== "" || url.search !== "" || url.hash !== "") {
      throw new Error(
        `${name} is not an address that can be published; set NP6_REPOSITORY_URL to one such as https://git.example.com/team/repository.`,
      );
    }
    return `git+${url.href.replace(/(\.git)?\/?$/, "")}.git`;
  }
  if (environment.CI === undefined || environment.CI === "" || environment.CI === "false") return undefined;
  throw new Error(
    "Nothing says where the repository is, and what CI packs must name it; set NP6_REPOSITORY_URL, such as https://git.example.com/team/repository.",
  );
}
