import { expect, test } from "vitest";
import { checkWorkflowJobs } from "./check-workflow-jobs.ts";

const workflow = `jobs:
  check:
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
`;
const check = (text: string) => checkWorkflowJobs("ci.yml", text);

test("a job that says what it may and how long, and keeps no token, is fine", () => {
  expect(check(workflow)).toEqual([]);
});

test("a job that is another workflow has that one's limit", () => {
  expect(check("jobs: { check: { permissions: { contents: read }, uses: ./ci.yml } }")).toEqual([]);
});

test.each([
  ["no permissions", /.*permissions: .*\n/, 'add "permissions"'],
  ["no limit", /.*timeout.*\n/, 'add "timeout-minutes"'],
  ["a token in the checkout", /.*persist.*\n/, '"persist-credentials: false"'],
])("a job with %s is reported", (_what, line, problem) => {
  expect(check(workflow.replace(line, ""))).toEqual([
    expect.stringMatching(`ci.yml, job check: .*${problem}`),
  ]);
});
