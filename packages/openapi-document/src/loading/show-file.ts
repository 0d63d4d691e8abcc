import path from "node:path";

/** Writes a path for a person: relative to the current folder, with slashes, unless that leads far away. */
export function showFile(absolutePath: string): string {
  const relative = path.relative(process.cwd(), absolutePath);
  if (relative === "" || path.isAbsolute(relative) || relative.startsWith("../../..")) return absolutePath;
  return relative.replaceAll(path.sep, "/");
}
