import { dirname } from "node:path/posix";

/** The amount of production code. */
export interface CodeSize {
  /** By package, or by folder at the root. */
  readonly folders: ReadonlyMap<string, { readonly files: number; readonly lines: number }>;
  readonly files: number;
  readonly lines: number;
  /** The folder with the most production files directly in it. */
  readonly widest: { readonly path: string; readonly files: number };
  readonly longest: { readonly path: string; readonly lines: number };
}

/** Matches tests, test support, fixtures, and generated files. */
const notProduction =
  /\.test(-d|-support)?\.|\.gen\.|(^|\/)(testing|fixtures|generated|snapshots)\/|(^|\/)test-[\w-]*document\.ts$|(^|\/)test-process\.ts$/;

/** Whether a tracked file is production code. */
export function isProduction(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|css)$/.test(path) && !notProduction.test(path);
}

/**
 * Counts the lines of production code.
 * @param texts - texts of tracked files by path; other files than production code are ignored
 */
export function measureLines(texts: ReadonlyMap<string, string>): CodeSize {
  const counted = [...texts]
    .filter(([path]) => isProduction(path))
    .map(([path, text]) => ({ path, lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0) }));
  const folders = new Map<string, { files: number; lines: number }>();
  const widths = new Map<string, number>();
  for (const { path, lines } of counted) {
    const folder = folderOf(path);
    const { files, lines: before } = folders.get(folder) ?? { files: 0, lines: 0 };
    folders.set(folder, { files: files + 1, lines: before + lines });
    widths.set(dirname(path), (widths.get(dirname(path)) ?? 0) + 1);
  }
  const [widest = ["", 0]] = [...widths].sort(([, a], [, b]) => b - a);
  const [longest = { path: "", lines: 0 }] = counted.toSorted((a, b) => b.lines - a.lines);
  return {
    folders: new Map([...folders].sort(([a], [b]) => a.localeCompare(b))),
    files: counted.length,
    lines: counted.reduce((sum, { lines }) => sum + lines, 0),
    widest: { path: widest[0], files: widest[1] },
    longest,
  };
}

function folderOf(path: string): string {
  const [first = "", second = "", ...rest] = path.split("/");
  if (rest.length > 0 && ["packages", "checks", "examples"].includes(first)) return `${first}/${second}`;
  return second === "" ? "." : first;
}
