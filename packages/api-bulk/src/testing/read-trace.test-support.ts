import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Events of a process that matter after a power loss, in order. */
export type TraceEvent =
  | { readonly kind: "write"; readonly file: "db" | "wal"; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly file: "db" | "wal"; readonly size: number }
  | { readonly kind: "sync"; readonly file: "db" | "wal" | "folder" }
  | { readonly kind: "post" };

/** The system calls that strace records. */
export const tracedCalls = "trace=pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync,ftruncate";

const decoded = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) => hex),
    "hex",
  );
const quoted = (text: string): Buffer =>
  Buffer.concat([...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, bytes = ""]) => decoded(bytes)));

/** Reads the output of `strace -f -y -xx` for a run of one journal. */
export async function readTrace(file: string, journal: string): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file, "latin1") })) {
    const [, pid = "", said = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (said.endsWith("<unfinished ...>")) begun.set(pid, said.slice(0, -" <unfinished ...>".length));
    else {
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said);
      const event = eventOf(resumed === null ? said : `${begun.get(pid) ?? ""}${resumed[1]}`, journal);
      if (event !== undefined) events.push(event);
    }
  }
  return events;
}

function eventOf(said: string, journal: string): TraceEvent | undefined {
  const [, call = "", path = "", rest = ""] = /^(\w+)\(\d+<([^>]*)>(.*)$/.exec(said) ?? [];
  const result = Number(/= (-?\d+)[^=]*$/.exec(rest)?.[1]);
  const name = decoded(path).toString();
  if (name.startsWith("socket:") || path.startsWith("socket:")) {
    return quoted(rest).subarray(0, 5).toString() === "POST " ? { kind: "post" } : undefined;
  }
  if (result < 0) return undefined;
  if (call.endsWith("sync") && journal.startsWith(`${name}/`)) return { kind: "sync", file: "folder" };
  const of = ({ [journal]: "db", [`${journal}-wal`]: "wal" } as const)[name];
  if (of === undefined) return undefined;
  if (call.endsWith("sync")) return { kind: "sync", file: of };
  const last = Number(/, (\d+)\)\s+= /.exec(rest)?.[1]);
  if (Number.isNaN(last)) throw new Error(`strace wrote what this does not read: ${said.slice(-200)}`);
  if (call === "ftruncate") return { kind: "truncate", file: of, size: last };
  return call === "pwrite64" ? { kind: "write", file: of, offset: last, bytes: quoted(rest) } : undefined;
}
