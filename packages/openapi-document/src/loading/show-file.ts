import path from "node:path";

/** Formats a path for people: relative, with slashes; absolute if the path is three or more folders up. */
export function showFile(absolutePath: string): string {
  const relative = path.relative(process.cwd(), absolutePath);
  if (relative === "" || path.isAbsolute(relative) || relative.startsWith("../../..")) return absolutePath;
  return relative.replaceAll(path.sep, "/");
}
