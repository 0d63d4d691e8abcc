import { expect, test } from "vitest";
import { checkWorkflows } from "./check-workflows.ts";

const hash = "3d3c42e5aac5ba805825da76410c181273ba90b1";
const workflow = (uses: string, permissions = "permissions: { contents: read }") =>
  `on: push\n${permissions}\njobs:\n  check:\n    steps:\n      - ${uses}\n`;
const pinned = `uses: actions/checkout@${hash} # v7.0.1`;

test("pinned actions and a workflow that only reads are fine, and so is an action of our own", () => {
  const workflows = new Map([
    ["ci.yml", workflow(pinned)],
    ["own.yml", workflow("uses: ./.github/actions/own", "permissions: {}")],
  ]);
  expect(checkWorkflows(workflows)).toEqual([]);
});

test.each([
  ["a tag", "uses: actions/checkout@v7"],
  ["a branch", "uses: actions/checkout@main # v7.0.1"],
  ["a short hash", `uses: actions/checkout@${hash.slice(0, 12)} # v7.0.1`],
  ["a hash without its version", `uses: actions/checkout@${hash}`],
])("an action at %s is reported", (_what, uses) => {
  expect(checkWorkflows(new Map([["ci.yml", workflow(uses)]]))).toEqual([
    expect.stringMatching(/^ci\.yml: actions\/checkout@\S+ is not pinned; write the hash/),
  ]);
});

test("an action at two commits is reported", () => {
  const otherPinned = pinned.replace(hash, hash.replace("3", "4"));
  const workflows = new Map([
    ["ci.yml", workflow(pinned)],
    ["upstream.yml", workflow(otherPinned)],
  ]);
  expect(checkWorkflows(workflows)).toEqual([
    "actions/checkout is pinned to several commits, in ci.yml, upstream.yml; use one.",
  ]);
});

test.each(["", "permissions: write-all", "permissions:", "permissions: { contents: write }"])(
  "a workflow with `%s` is reported",
  (permissions) => {
    expect(checkWorkflows(new Map([["ci.yml", workflow(pinned, permissions)]]))).toEqual([
      expect.stringMatching(/^ci\.yml may do more than read; write `permissions: /),
    ]);
  },
);
