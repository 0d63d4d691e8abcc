// Preloaded (`node --import`) into the process of Prism, whose own code stays unchanged.
import { rmSync } from "node:fs";
import { ServerResponse } from "node:http";
import Module, { createRequire } from "node:module";
import { toAsciiJson } from "../wire/to-ascii-json.ts";
import { temporaryFolderVariable } from "./temporary-folder-variable.ts";
import { violationsHeader } from "./violations-header.ts";

// The parent has the other end of this pipe and never writes to it. The operating system closes it when the parent ends
// in any way (SIGKILL too). Then this process has to clean up.
const temporaryFolder = process.env[temporaryFolderVariable];
process.stdin.resume();
process.stdin.once("close", () => {
  if (temporaryFolder !== undefined) rmSync(temporaryFolder, { recursive: true, force: true });
  process.exit();
});

// Ctrl-C in a terminal reaches parent and child. The parent decides: an earlier end of Prism would look like a crash.
process.on("SIGINT", () => {});

// Prism writes the request's property names into this header unchanged, and crashes on names that no header can have.
const setHeader = ServerResponse.prototype.setHeader;
ServerResponse.prototype.setHeader = function setAsciiHeader(name, value): ServerResponse {
  const ascii = name === violationsHeader && typeof value === "string" ? toAsciiJson(value) : value;
  return setHeader.call(this, name, ascii) as ServerResponse;
};

// Prism reads its own log, including request bodies, through `jsonrepair`. That changes some valid JSON, and Prism
// crashes on the result. The log is valid JSON, so it is passed on unchanged.
const requireAsPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-cli"));
const jsonRepair = requireAsPrism("jsonrepair");
const loaded = requireAsPrism.cache[requireAsPrism.resolve("jsonrepair")];
if (loaded !== undefined) loaded.exports = { ...jsonRepair, jsonrepair: (text: string) => text };

// Prism generates only English values, but loads sixty languages of faker for them, which is half of its start time.
const requireAsGenerator = createRequire(requireAsPrism.resolve("@stoplight/prism-http"));
const english = requireAsGenerator("@faker-js/faker/locale/en");
const faker = requireAsGenerator.resolve("@faker-js/faker");
const onlyEnglish = { __esModule: true, default: english, faker: english };
requireAsGenerator.cache[faker] = Object.assign(new Module(faker), { exports: onlyEnglish, loaded: true });
