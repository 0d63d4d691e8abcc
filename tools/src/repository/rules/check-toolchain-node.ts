import { compare } from "semver";
import type { WorkspacePackage, WorkspaceSettings } from "../read-workspace.ts";

/**
 * Checks that the Node of pnpm's engine checks (`nodeVersion`) is available on every platform. It is the lowest of the
 * `node-<platform>` packages in the root package's optionalDependencies.
 * @returns the problems, in sentences; empty when there are none
 */
export function checkToolchainNode(root: WorkspacePackage, settings: WorkspaceSettings): string[] {
  const pins = Object.entries(root.manifest.optionalDependencies ?? {}).filter(([name]) =>
    name.startsWith("node-"),
  );
  const lowest = pins.map(([, version]) => version).sort(compare)[0];
  if (lowest === undefined) return ["package.json: no node-<platform> package in optionalDependencies."];
  if (settings.nodeVersion === lowest) return [];
  return [
    `pnpm-workspace.yaml: nodeVersion is ${settings.nodeVersion}; set it to ${lowest}, the lowest version of the node-<platform> packages.`,
  ];
}
