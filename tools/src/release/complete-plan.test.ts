import { expect, test } from "vitest";
import { completePlan, type PublishPlan } from "./complete-plan.ts";

const planOf = (version: string): PublishPlan => ({
  version: 1,
  plan: [[{ kind: "publish", name: "@np6/thing", version, tag: "latest" }]],
});
const tarballOf = (version: string) => ({
  name: "@np6/thing",
  version,
  path: "thing.tgz",
  integrity: "sha256-x",
});

test("a release gets the tarball of its version and keeps its tag", () => {
  const [[release] = []] = completePlan(planOf("1.2.0"), [tarballOf("1.1.0"), tarballOf("1.2.0")]).plan;
  expect(release).toMatchObject({ tag: "latest", tarball: { path: "thing.tgz", integrity: "sha256-x" } });
});

test("a snapshot never becomes `latest`", () => {
  const version = "0.0.0-try-this-1a2b3c4";
  const [[release] = []] = completePlan(planOf(version), [tarballOf(version)]).plan;
  expect(release).toMatchObject({ version, tag: "try-this" });
});

test("a release that was not packed is refused before anything is published", () => {
  expect(() => completePlan(planOf("1.2.0"), [tarballOf("1.1.0")])).toThrow(
    /@np6\/thing@1\.2\.0.*release:pack/,
  );
});
