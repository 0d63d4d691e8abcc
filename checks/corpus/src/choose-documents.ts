import { createHash } from "node:crypto";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** A document of the corpus. */
export interface CorpusDocument {
  /** Its folder in the directory, for example `adyen.com/AccountService/6`. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/** Finds the OpenAPI 3 documents below a folder, without those of Swagger 2, in the order of their names. */
export async function findDocuments(folder: string): Promise<CorpusDocument[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const list: CorpusDocument[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    const file = join(entry.parentPath, entry.name);
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0);
    if (!/"openapi"\s*:\s*"3\./.test(buffer.toString("utf8", 0, bytesRead))) continue;
    const { size } = await handle.stat();
    list.push({ name: file.slice(folder.length + 1).replace(/\.json$/, ""), file, bytes: size });
  }
  return list.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Selects some of the documents; the same seed selects the same ones, whatever else the directory contains.
 *
 * @param mostBytes maximum size of a document, in bytes
 */
export function chooseDocuments(
  documents: readonly CorpusDocument[],
  count: number,
  seed: number,
  mostBytes: number,
): CorpusDocument[] {
  const rank = ({ name }: CorpusDocument) => createHash("sha256").update(`${seed} ${name}`).digest("hex");
  return documents
    .filter(({ bytes }) => bytes <= mostBytes)
    .map((document) => [rank(document), document] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, document]) => document);
}
