import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { updateExampleRanges } from "@np6/tools/update-example-ranges";
import type { PackageManager } from "./package-managers.ts";

/** Settings that exempt our packages from the package managers' minimum age of versions. */
const settings: Readonly<
  Record<PackageManager["name"], { readonly file: string; readonly text: string } | undefined>
> = {
  npm: undefined,
  pnpm: {
    file: "pnpm-workspace.yaml",
    text: 'minimumReleaseAgeExclude:\n  - "@np6/*"\nallowBuilds:\n  "@parcel/watcher": false\n  "@scarf/scarf": false\n  unrs-resolver: false\n',
  },
  yarn: { file: ".yarnrc.yml", text: 'npmPreapprovedPackages:\n  - "@np6/*"\n' },
};

/** An example in its own folder, with its package manager. */
export class Consumer {
  readonly name: string;
  readonly folder: string;
  readonly manager: PackageManager;

  private constructor(name: string, folder: string, manager: PackageManager) {
    this.name = name;
    this.folder = folder;
    this.manager = manager;
  }

  /**
   * Copies an example of the repository.
   * @param example - folder of `examples`
   * @param versions - required versions by package, with `^`
   */
  static async create(
    example: string,
    manager: PackageManager,
    parent: string,
    versions: ReadonlyMap<string, string>,
  ): Promise<Consumer> {
    const folder = join(parent, `${example}-${manager.name}`);
    const filter = (source: string): boolean => !/[\\/](node_modules|dist)$/.test(source);
    await cp(join(repositoryRoot, "examples", example), folder, { recursive: true, filter });
    const manifest = join(folder, "package.json");
    await writeFile(manifest, updateExampleRanges(await readFile(manifest, "utf8"), versions));
    const setting = settings[manager.name];
    if (setting !== undefined) await writeFile(join(folder, setting.file), setting.text);
    return new Consumer(`${example} with ${manager.name}`, folder, manager);
  }

  async install(): Promise<void> {
    await this.manager.run(this.folder, this.manager.install);
  }

  /** Installs the newest version that the manifest allows. */
  async update(): Promise<void> {
    await this.manager.run(this.folder, [...this.manager.update, "@np6/api-client"]);
  }

  /** Requires another version of the client. */
  async add(range: string): Promise<void> {
    await this.manager.run(this.folder, [...this.manager.add, `@np6/api-client@${range}`]);
  }

  /** Returns the installed version of the client. */
  async installed(): Promise<string> {
    const manifest = await this.read("node_modules/@np6/api-client/package.json");
    return (JSON.parse(manifest) as { version: string }).version;
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), "utf8");
  }

  /** @returns the compiler's errors; empty when there are none */
  async typeProblems(): Promise<string> {
    return this.manager.run(this.folder, ["run", "typecheck"]).then(
      () => "",
      (error: Error & { all?: string }) => error.all ?? error.message,
    );
  }

  /** Runs the consumer's own tests, which compile first, on a mock. */
  async test(mockUrl: string): Promise<void> {
    await this.manager.run(this.folder, ["run", "test"], {
      NP6_BASE_URL: mockUrl,
      NP6_API_KEY: "example-key",
    });
  }
}
