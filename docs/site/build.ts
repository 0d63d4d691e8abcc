import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "vitepress";
import { serveSite } from "../../tools/src/watch/serve-site.ts";
import { assembleSite } from "./src/assemble-site.ts";
import { llmsText } from "./src/llms-text.ts";

// `pnpm site`: collects the pages, renders them to dist/site with VitePress, and adds the Markdown.
const root = import.meta.dirname;
const repository = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: { base: { type: "string", default: "/" }, serve: { type: "boolean" }, port: { type: "string" } },
});
const base = `/${values.base.replaceAll(/^\/|\/$/g, "")}/`.replace("//", "/");

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const site = assembleSite(repository);
await rm(join(root, "dist"), { recursive: true, force: true });
for (const [file, markdown] of site.pages) await write(`dist/pages/${file}`, markdown);
await write("dist/menu.json", JSON.stringify(site.groups));
await build(root, { base });
for (const [file, markdown] of site.pages) await write(`dist/site/${file}`, markdown);
await write("dist/site/llms.txt", llmsText(site, base));
process.stdout.write(`docs/site/dist/site: ${site.pages.size} pages\n`);
if (values.serve) {
  const { origin } = await serveSite(join(root, "dist/site"), Number(values.port ?? 4173), base);
  process.stdout.write(`${origin}${base} (stop it with Ctrl-C)\n`);
}
