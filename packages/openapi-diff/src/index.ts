// Comparing

// Errors
export { DocumentError, type JsonObject, type SourceLocation } from "@np6/openapi-document";
export type { DocumentOptions } from "@np6/openapi-document/reading";
// Changes
export { type Bump, bumps, isAtLeast, largestBump } from "./changes/bump.ts";
export { formatDiff } from "./changes/format-diff.ts";
export { ignoreChanges, type RemainingDiff } from "./changes/ignore-changes.ts";
export type { Breaks, Direction, Shown, SpecChange, SpecDiff } from "./changes/spec-change.ts";
export { diffDocuments } from "./diff-documents.ts";
export { diffFiles } from "./diff-files.ts";
export { findInstalledDocument, type InstalledDocument } from "./find-installed-document.ts";
