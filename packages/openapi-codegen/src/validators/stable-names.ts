import { createHash } from "node:crypto";

/** The tokens in a line of Ajv's code: strings, names, braces. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\.?\b[A-Za-z_$][\w$]*|[{}]/g;
const NUMBERED = /^([A-Za-z_]*[A-Za-z_])\d+$/;
/** Constants that the functions share. The value of a `func` is the name of a helper. */
const SHARED = /^const ((schema|pattern|formats|func|default|keyword|wrapper)\d+) = (.*);$/;

/**
 * Renames Ajv's numbered names so that they depend on the surrounding code only. So a new schema or property changes no
 * unrelated line. A variable is numbered among the visible variables of its kind; a shared constant is named by the
 * hash of its value.
 *
 * @param lines of the module, one statement each
 */
export function stableNames(lines: readonly string[]): string[] {
  const names = new Map<string, string>();
  // Constants with equal values are merged.
  const constants = new Set<string>();
  const statements = lines.filter((line) => {
    const [, name, kind, value = ""] = SHARED.exec(line) ?? [];
    if (name === undefined) return true;
    const hash = createHash("sha256").update(value).digest("hex").slice(0, 8);
    const stable = kind === "func" ? value : `${kind}_${hash}`;
    names.set(name, stable);
    if (kind !== "func") constants.add(`const ${stable} = ${value};`);
    return false;
  });
  return [...[...constants].sort(), ...functionsOf(statements).flatMap((part) => renumber(part, names))];
}

/** Splits the module before each function; the code is not indented, so the end of a function is not visible. */
function functionsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith("function ")) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** @param names - of the shared constants */
function renumber(lines: readonly string[], names: ReadonlyMap<string, string>): string[] {
  // `var` is visible outside its block, so variables of its kind keep their numbers.
  const kept = new Set(
    lines.flatMap((line) => [...line.matchAll(/\bvar ([A-Za-z_]+)\d+/g)].map(([, kind]) => kind)),
  );
  const blocks: Map<string, string>[] = [new Map()];
  const declare = (name: string, kind: string): string => {
    const visible = blocks.flatMap((block) => [...block.keys()]);
    const renamed = `${kind}${visible.filter((other) => NUMBERED.exec(other)?.[1] === kind).length}`;
    blocks.at(-1)?.set(name, renamed);
    return renamed;
  };
  return lines.map((line) => {
    // Variables in the head of a loop belong to its block.
    let isHead = line.startsWith("for(");
    if (isHead) blocks.push(new Map());
    let isDeclared = false;
    return line.replaceAll(TOKENS, (token) => {
      const declares = isDeclared;
      isDeclared = token === "let" || token === "const";
      if (token === "}") blocks.pop();
      if (token === "{" && !isHead) blocks.push(new Map());
      if (token === "{") isHead = false;
      const kind = NUMBERED.exec(token)?.[1];
      if (kind === undefined || kept.has(kind)) return token;
      if (declares) return declare(token, kind);
      return blocks.findLast((block) => block.has(token))?.get(token) ?? names.get(token) ?? token;
    });
  });
}
