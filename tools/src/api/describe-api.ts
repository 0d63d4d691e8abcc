import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Extractor,
  ExtractorConfig,
  type ExtractorLogLevel,
  type ExtractorMessage,
} from "@microsoft/api-extractor";

/** Messages about release tags and TSDoc are switched off, because this repository uses neither. */
const silent = { default: { logLevel: "none" as ExtractorLogLevel } };

/**
 * Describes the public API of a built module: every export with its type, in order of name. Unexported types behind
 * them are included (for example the options of a call).
 * @param packageFolder - folder of the package, absolute
 * @param declarations - the module's `.d.mts`, relative to it; must be built
 * @returns the report as Markdown, the same for the same declarations
 * @throws Error when the module is missing, or cannot be analysed
 */
export async function describeApi(packageFolder: string, declarations: string): Promise<string> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "np6-api-report-"));
  const entry = join(packageFolder, declarations);
  const problems: string[] = [];
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(packageFolder, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: entry,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
      apiReport: {
        enabled: true,
        reportFileName: "module.api.md",
        reportFolder: folder.path,
        reportTempFolder: join(folder.path, "temporary"),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" as ExtractorLogLevel } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message: ExtractorMessage) => {
      message.handled = true;
      if (message.logLevel === "error") problems.push(message.text);
    },
  });
  if (problems.length > 0) throw new Error(`${entry} cannot be analysed: ${problems.join("; ")}`);
  return await readFile(join(folder.path, "module.api.md"), "utf8");
}

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  lib: ["es2024", "dom", "dom.iterable"],
  types: [],
  strict: true,
  skipLibCheck: true,
};
