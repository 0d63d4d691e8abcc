import { expect, test } from "vitest";
import { repositoryUrl } from "./repository-url.ts";

test.each([
  ["GitHub", { GITHUB_SERVER_URL: "https://git.example.com", GITHUB_REPOSITORY: "np6/client" }],
  ["GitLab", { CI_PROJECT_URL: "https://git.example.com/np6/client" }],
  [
    "the variable of its own, first of all",
    { NP6_REPOSITORY_URL: "https://git.example.com/np6/client.git/", CI_PROJECT_URL: "http://x" },
  ],
])("%s says where the repository is", (_name, environment) => {
  expect(repositoryUrl({ CI: "true", ...environment })).toBe("git+https://git.example.com/np6/client.git");
});

test("on a machine of one's own nothing has to say so", () => {
  expect(repositoryUrl({})).toBeUndefined();
  expect(repositoryUrl({ CI: "false" })).toBeUndefined();
});

test("in CI its absence is an error with the way out", () => {
  expect(() => repositoryUrl({ CI: "1" })).toThrow(
    /packages from CI must contain it; set NP6_REPOSITORY_URL, for example to https:/,
  );
});

test.each([
  "git@example.com:np6/client",
  "http://example.com/np6",
  `https://name:${"secret"}@example.com/np6`,
])("%s is refused, and not repeated", (url) => {
  expect(() => repositoryUrl({ NP6_REPOSITORY_URL: url })).toThrow(/is not an https address/);
});
