import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { InputError } from "../repository/input-error.ts";

/** A document inside a package of the registry. */
export interface PackagedSpec {
  readonly name: string;
  /** Version, range or tag. */
  readonly version: string;
  /** Path inside the package. Default: its export `./openapi.json`. */
  readonly path?: string;
}

/** Parses `name@version` or `name@version:path/in/it.json`; `undefined` for any other text. */
export function parsePackagedSpec(text: string): PackagedSpec | undefined {
  const [, name, version, path] =
    /^((?:@[\w.-]+\/)?[a-z0-9][\w.-]*)@([\w.^~*+-]+)(?::(.+))?$/.exec(text) ?? [];
  if (name === undefined || version === undefined) return undefined;
  return { name, version, ...(path === undefined ? {} : { path }) };
}

/**
 * Downloads a package from npm's registry, without installing it, and finds the document in it.
 * @param cwd - folder whose npm configuration is used
 * @param folder - an empty folder
 * @returns path of the document
 * @throws InputError when the registry lacks the package, or it contains no document
 */
export async function specInPackage(spec: PackagedSpec, cwd: string, folder: string): Promise<string> {
  const specifier = `${spec.name}@${spec.version}`;
  const packed = await execa("npm", ["pack", specifier, "--json", "--pack-destination", folder], {
    cwd,
    reject: false,
  });
  if (packed.exitCode !== 0) {
    const reason = packed.stderr.split("\n").find((line) => line.includes("code ")) ?? packed.stderr;
    throw new InputError(
      `${specifier} cannot be downloaded (${reason.trim()}); check its name and version, and whether npm must log in.`,
    );
  }
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  await execa("tar", ["-xzf", join(folder, filename.replace("/", "-").replace(/^@/, "")), "-C", folder]);
  const root = join(folder, "package");
  const path = spec.path ?? (await exportedSpec(root));
  const file = path === undefined ? undefined : join(root, path);
  if (file === undefined || !(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(
      `${specifier} has no ${path ?? "export ./openapi.json"}; name the document's path, as in \`${specifier}:dist/openapi.json\`.`,
    );
  }
  return file;
}

async function exportedSpec(root: string): Promise<string | undefined> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { exports?: unknown };
  const exported = Object(manifest.exports)["./openapi.json"] as unknown;
  return typeof exported === "string" ? exported : undefined;
}
