import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { dripAnswer, type Fault, type FaultServer, respond, startFaultServer } from "@np6/fault-server";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ChildReport, ChildTask } from "./child.test-support.ts";

const child = fileURLToPath(new URL("child.test-support.ts", import.meta.url));
/** The response. */
const answer = {
  status: 200,
  headers: [["Content-Type", "application/vnd.np6.cm.workflow-v4"]],
  body: '{"type":"success"}',
} as const;
export const whole: Fault = respond(answer);
export const late: Fault = { ...whole, steps: [{ step: "pause", milliseconds: 100 }, ...whole.steps] };

/** A server that answers each request with the next fault; it ends with the test that started it. */
export async function useFaultServer(...faults: readonly Fault[]): Promise<FaultServer> {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  server.script(faults);
  return server;
}

/** Starts the child. @returns its process, and a promise of its report */
export function start(task: ChildTask): {
  readonly process: ChildProcess;
  readonly report: Promise<ChildReport>;
} {
  const started = spawn(process.execPath, [child, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void started.kill("SIGKILL"));
  const report = new Promise<ChildReport>((resolve, reject) => {
    let text = "";
    started.stdout.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
    started.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(text));
      else reject(new Error(`the child ended with ${code}: ${text}`));
    });
  });
  return { process: started, report };
}

export const transports = ["platform", "undici"] as const;
const limits = [
  ["the attempt", { attemptTimeoutMs: 1_000 }],
  ["the call", { deadlineMs: 1_000 }],
] as const;
const phases = [
  ["headers", late],
  ["body", dripAnswer(answer, "body", 20)],
] as const;

/** A way to interrupt a running call. */
interface Variant {
  readonly transport: (typeof transports)[number];
  /** The limit that ends the call. */
  readonly limit: string;
  readonly options: ChildTask["options"];
  /** The part of the response that is on its way. */
  readonly phase: string;
  readonly fault: Fault;
}

export const variants: readonly Variant[] = transports.flatMap((transport) =>
  limits.flatMap(([limit, options]) =>
    phases.map(([phase, fault]) => ({ transport, limit, options, phase, fault })),
  ),
);

/** Tests that a standstill of the process does not shorten a call's time. */
export function describeStandstill(some: readonly Variant[]): void {
  describe.each(some)(
    "on $transport, in the $phase, with a limit for $limit",
    ({ transport, options, fault }) => {
      test("an answer that came while the process was frozen is the answer", async () => {
        const server = await useFaultServer(fault);
        const { process, report } = start({ url: server.url, transport, calls: 1, options });
        await server.until(({ requests }) => requests.length === 1, 60_000);
        process.kill("SIGSTOP");
        await server.until(({ exchangesInProgress }) => exchangesInProgress === 0, 60_000);
        await wait(1_500);
        process.kill("SIGCONT");
        expect((await report).outcomes).toEqual([{ kind: "success", attempts: 1, outcomeUnknown: false }]);
      });

      test("an answer that came while the loop was blocked is the answer", async () => {
        const server = await useFaultServer(fault);
        const { process, report } = start({ url: server.url, transport, calls: 1, options, blockMs: 2_500 });
        await server.until(({ requests }) => requests.length === 1, 60_000);
        process.stdin?.write("now");
        expect((await report).outcomes).toEqual([{ kind: "success", attempts: 1, outcomeUnknown: false }]);
      });
    },
  );
}
