import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleEntry } from "../drive/bundle-entry.ts";
import { commandLine } from "../drive/command-line.ts";
import { runCommandLine } from "../drive/run-command-line.ts";
import type { Http2Server } from "./http2-server.ts";
import { judgeTransports } from "./judge-transports.ts";
import { mediaType } from "./media-type.ts";
import {
  type Transport,
  type TransportResults,
  type TransportSettings,
  transports,
} from "./transport-results.ts";

/** The part of `checks/faults` that is used, which is no package that could be installed here. */
export interface FaultServerPackage {
  readonly createCertificates: () => Promise<Certificates>;
  readonly http2Catalogue: () => readonly Http2Row[];
  readonly startHttp2Server: (options: {
    readonly certificates: Certificates;
    readonly row: Http2Row;
    readonly answer: { readonly contentType: string; readonly json: string };
  }) => Promise<Http2Server>;
}

interface Certificates {
  readonly ca: string;
}

interface Http2Row {
  readonly name: string;
}

const nodes = ["Node 20", "Node 22", "Node 24", "Node 26"] as const;
const undicis = ["undici7", "undici8"] as const;

/**
 * Compares the client's transports on each Node with each undici: HTTP/2, content codings, and blocks of test suites.
 * @param copy - the temporary copy: runtimes and undici in `node_modules`, the packed client in `consumer`
 * @returns a line per run, and the problems
 */
export async function runTransports(
  copy: string,
  { createCertificates, http2Catalogue, startHttp2Server }: FaultServerPackage,
): Promise<{ readonly lines: string[]; readonly problems: string[] }> {
  const certificates = await createCertificates();
  const caFile = join(copy, "ca.pem");
  await writeFile(caFile, certificates.ca);
  const program = await bundleEntry("transports");
  const rows = http2Catalogue();
  const answer = { contentType: mediaType, json: '{"type":"success"}' };
  const lines: string[] = [];
  const problems: string[] = [];
  for (const undici of undicis) {
    const folder = join(copy, `consumer-${undici}`);
    await cp(join(copy, "consumer"), folder, { recursive: true });
    await cp(join(copy, "node_modules", undici), join(folder, "node_modules/undici"), {
      recursive: true,
      dereference: true,
    });
    await writeFile(join(folder, "transports.mjs"), program);
    for (const node of nodes) {
      const start = () => Promise.all(rows.map((row) => startHttp2Server({ certificates, row, answer })));
      const servers = { platform: await start(), undici: await start(), traced: await start() };
      const urlsOf = (transport: Transport) => servers[transport].map(({ url }) => url);
      const settings: TransportSettings = {
        urls: { platform: urlsOf("platform"), undici: urlsOf("undici"), traced: urlsOf("traced") },
      };
      const command = [...commandLine(node, copy), join(folder, "transports.mjs")];
      const name = `${node}, ${undici}`;
      try {
        const env = { NODE_EXTRA_CA_CERTS: caFile };
        const results = await runCommandLine<TransportResults>(command, settings, folder, env);
        const judged = judgeTransports(node, undici, results, servers, rows);
        lines.push(`${name}: ${judged.line}`);
        problems.push(...judged.problems.map((problem) => `${name}: ${problem}`));
      } catch (error) {
        problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
      for (const transport of transports)
        await Promise.all(servers[transport].map((server) => server.close()));
    }
  }
  return { lines, problems };
}
