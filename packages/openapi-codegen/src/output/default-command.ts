import { existsSync } from "node:fs";
import path from "node:path";
import { type CodegenOptions, limitNames, outputNames } from "../codegen-options.ts";

/**
 * Writes the command that regenerates the files. Its paths are relative to the nearest folder with a package.json above
 * the first output, where package scripts run. So it depends neither on the current folder nor on the location of the
 * repository.
 */
export function defaultCommand(options: CodegenOptions): string {
  const root = packageRoot(path.dirname(path.resolve(firstOutput(options))));
  const words = ["np6-codegen", "generate"];
  for (const name of ["spec", ...outputNames] as const) {
    const file = options[name];
    if (file !== undefined) words.push(`--${name}`, quote(relativeTo(root, file)));
  }
  if (options.root !== undefined) words.push("--root", quote(relativeTo(root, options.root)));
  for (const [option, limit] of Object.entries(limitNames)) {
    if (options[limit] !== undefined) words.push(`--${option}`, String(options[limit]));
  }
  return words.join(" ");
}

function relativeTo(folder: string, file: string): string {
  return path.relative(folder, path.resolve(file)).replaceAll(path.sep, "/") || ".";
}

function firstOutput(options: CodegenOptions): string {
  return outputNames.map((name) => options[name]).find((file) => file !== undefined) ?? ".";
}

function packageRoot(folder: string): string {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, "package.json"))) return current;
    if (current === path.dirname(current)) return folder;
  }
}

function quote(word: string): string {
  return /^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
