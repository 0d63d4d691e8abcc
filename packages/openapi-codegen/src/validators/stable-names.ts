import { createHash } from "node:crypto";

/** What may stand in a line of Ajv's code and must not be taken for something else: strings, names, braces. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\.?\b[A-Za-z_$][\w$]*|[{}]/g;
const NUMBERED = /^([A-Za-z_]*[A-Za-z_])\d+$/;
/** Constants that the functions share. The value of a `func` is the name of a helper. */
const SHARED = /^const ((schema|pattern|formats|func|default|keyword|wrapper)\d+) = (.*);$/;

/**
 * Gives what Ajv numbers names that depend on what stands around them alone. So a schema or a property that is added
 * moves no unrelated line. A variable gets the number of its kind among those that it can see; a shared constant is
 * called by the hash of its value.
 *
 * @param lines of the module, a statement each
 */
export function stableNames(lines: readonly string[]): string[] {
  const names = new Map<string, string>();
  // Constants of one value are one.
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

/** The module in parts, which begin with a function each; nothing is indented, so that its end cannot be seen. */
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
  // `var` is seen outside its block: variables of its kind keep their numbers.
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
    // What the head of a loop declares belongs to its block.
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
