import type { Fault } from "../script/fault.ts";
import { respond } from "../script/respond.ts";
import { startFaultServer } from "../server/start-fault-server.ts";
import type { ReceivedRequest } from "../wire/received-request.ts";
import { createRandom } from "./create-random.ts";
import { soakAnswer, soakFaults } from "./soak-faults.ts";
import type { LedgerEntry, SoakLedger } from "./soak-ledger.ts";
import { checkSoakOptions, type SoakOptions } from "./soak-options.ts";

/** A service that executes calls, with faults, and records the executions. */
export interface SoakService {
  readonly url: string;
  ledger(): SoakLedger;
  close(): Promise<void>;
}

interface Decision {
  readonly fault: Fault;
  readonly executes: boolean;
  readonly refuses: boolean;
}

/**
 * Starts the service in this process. A POST to any path executes the `id` of its JSON body. Other requests only get
 * responses, with the same faults.
 * @throws TypeError when an option is invalid
 */
export async function startSoakService(options: SoakOptions): Promise<SoakService> {
  checkSoakOptions(options);
  const random = createRandom(options.seed);
  const good = { ...respond(soakAnswer(options)), name: "200" };
  const bad = soakFaults(options);
  const decisions = new WeakMap<ReceivedRequest, Decision>();
  // Without a prototype, because an id may be "__proto__".
  const entries: Record<string, LedgerEntry> = Object.create(null);
  const faults: Record<string, number> = {};
  const sentAgain = new Set<string>();
  let withoutId = 0;
  let requests = 0;

  function decide(): Decision {
    if (random() >= options.faultRate) return { fault: good, executes: true, refuses: false };
    const chosen = bad[Math.floor(random() * bad.length)];
    // Unreachable: the list is not empty and random() is below 1.
    if (chosen === undefined) throw new RangeError("There is no fault to choose from.");
    const executes = chosen.executes === "yes" || (chosen.executes === "maybe" && random() < 0.5);
    return { fault: chosen.fault, executes, refuses: chosen.fault.name.startsWith("429") };
  }

  function book(request: ReceivedRequest, { executes, refuses }: Decision): void {
    if (request.method !== "POST") return;
    const id = readId(request.body);
    if (id === undefined) {
      withoutId += 1;
      return;
    }
    entries[id] ??= { received: 0, refused: 0, processed: 0 };
    const entry = entries[id];
    if (entry.received > entry.refused) sentAgain.add(id);
    entry.received += 1;
    if (refuses) entry.refused += 1;
    if (executes) entry.processed += 1;
  }

  const server = await startFaultServer({
    keepRequests: false,
    // The execution is recorded when the request is complete, before the first byte of a response.
    onRequestComplete(request) {
      const decision = decisions.get(request);
      if (decision !== undefined) book(request, decision);
    },
  });
  server.script((request) => {
    const decision = decide();
    decisions.set(request, decision);
    requests += 1;
    faults[decision.fault.name] = (faults[decision.fault.name] ?? 0) + 1;
    return decision.fault;
  });

  return {
    url: server.url,
    ledger: () => ({
      entries,
      processedTwice: Object.keys(entries).filter((id) => (entries[id]?.processed ?? 0) > 1),
      sentAgain: [...sentAgain],
      withoutId,
      requests,
      faults,
      connections: server.connections,
      openSockets: server.openSockets,
      exchangesInProgress: server.exchangesInProgress,
      malformed: server.malformed,
    }),
    close: () => server.close(),
  };
}

function readId(body: Buffer): string | undefined {
  try {
    const { id }: { id?: unknown } = JSON.parse(body.toString("utf8")) ?? {};
    return typeof id === "string" || typeof id === "number" ? `${id}` : undefined;
  } catch {
    return undefined;
  }
}
