import type { Http2Server } from "./http2-server.ts";
import { type Transport, type TransportResults, transports } from "./transport-results.ts";

/** Platforms whose own fetch uses HTTP/2, as documented in docs/retries.md. */
const platformsThatSpeakHttp2: readonly string[] = ["Node 26"];

/**
 * Judges a run by the servers' executions. A new **or missing** difference is a problem, so that the pages stay true.
 * @returns a line for the log, and the problems
 */
export function judgeTransports(
  node: string,
  undici: string,
  { refused, problems, endings }: TransportResults,
  servers: Readonly<Record<Transport, readonly Http2Server[]>>,
  rows: readonly { readonly name: string }[],
): { readonly line: string; readonly problems: string[] } {
  if (node === "Node 20" && undici === "undici8") {
    const namesFix = refused?.includes("npm install undici@7") === true;
    return {
      line: `refused: ${refused}`,
      problems: namesFix ? [] : [`it is not refused, or not clearly: ${refused}`],
    };
  }
  if (refused !== undefined) return { line: "refused", problems: [`it is refused: ${refused}`] };
  const reported = [...problems];
  const described = transports.map((transport) => {
    const executions = servers[transport].flatMap((server) => server.executions);
    const protocols = [...new Set(executions.map(({ protocol }) => protocol))].sort();
    const most = Math.max(...executions.map(({ openAtOnce }) => openAtOnce));
    const expected = transport === "platform" && platformsThatSpeakHttp2.includes(node) ? "h2" : "http/1.1";
    if (protocols.join() !== expected)
      reported.push(`${transport} speaks ${protocols.join()}, not ${expected}`);
    if (expected === "http/1.1" && most > 1)
      reported.push(`${transport} has ${most} requests at once on a connection`);
    if (expected === "h2" && most < 2)
      reported.push(`${transport} has one request at a time on a connection`);
    rows.forEach(({ name }, index) => {
      const server = servers[transport][index];
      for (const { id, kind, outcomeUnknown } of endings[transport][index] ?? []) {
        const executed = server?.executions.filter(({ path }) => path.includes(`/${id}/`)).length ?? 0;
        if (executed > 1) reported.push(`${transport}: ${name}: ${id} was executed ${executed} times`);
        if (executed === 1 && kind !== "success" && !outcomeUnknown) {
          reported.push(`${transport}: ${name}: ${id} ran, and ${kind} says that it did not`);
        }
      }
    });
    return `${transport} ${protocols.join()}, at most ${most} at once on a connection`;
  });
  return { line: described.join("; "), problems: reported };
}
