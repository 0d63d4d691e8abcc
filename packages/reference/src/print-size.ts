import { statSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

// Says where the built page is, and how large.
const page = fileURLToPath(new URL("../dist/reference.html", import.meta.url));
const kilobytes = Math.ceil(statSync(page).size / 1_000);
process.stdout.write(`${relative(process.cwd(), page)}: ${kilobytes} kB\n`);
