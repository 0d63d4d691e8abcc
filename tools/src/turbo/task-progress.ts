import { stripVTControlCharacters } from "node:util";

/** Shows how far a run of tasks is. */
export interface TaskProgress {
  /** Says how many tasks there are, once that is known. */
  readonly expect: (tasks: number) => void;
  readonly started: (taskId: string) => void;
  /** @param output - what it printed, when that has to be seen */
  readonly ended: (taskId: string, how: "passed" | "failed" | "cached", output?: string) => void;
  /** Ends the line that renews itself. */
  readonly close: () => void;
}

/** Where it is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * Shows tasks as they run. In a terminal it is one line that renews itself, with what runs and for how long; elsewhere
 * a line for each that ended. What came from the cache is only counted.
 * @param now - milliseconds of a clock
 */
export function showTaskProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): TaskProgress {
  const start = now();
  const running = new Map<string, number>();
  let done = 0;
  let expected: number | undefined;
  const elapsed = (since: number) => `${Math.round((now() - since) / 1000)} s`;
  const counted = () => (expected === undefined ? `${done}` : `${done} of ${Math.max(expected, done)}`);
  const clear = () => {
    if (stream.isTTY) stream.write("\r\u001B[K");
  };
  const renew = () => {
    if (!stream.isTTY) return;
    const tasks = [...running].map(([taskId, since]) => `${nameOf(taskId)} ${elapsed(since)}`);
    const line = `${elapsed(start)} · ${counted()} done · ${tasks.join(", ")}`;
    clear();
    stream.write(line.slice(0, (stream.columns ?? 80) - 1));
  };
  const timer = stream.isTTY ? setInterval(renew, 500) : undefined;
  timer?.unref();
  return {
    expect(tasks) {
      expected = tasks;
    },
    started(taskId) {
      running.set(taskId, now());
      renew();
    },
    ended(taskId, how, output) {
      const since = running.get(taskId) ?? now();
      running.delete(taskId);
      done += 1;
      if (how === "failed" || (how === "passed" && !stream.isTTY)) {
        clear();
        const mark = how === "failed" ? "✗" : "✓";
        const at = `${elapsed(start).padStart(6)}  ${counted().padStart(9)}`;
        stream.write(`${at}  ${mark} ${nameOf(taskId)}, ${elapsed(since)}\n`);
        if (output !== undefined) stream.write(`${indent(output)}\n`);
      }
      renew();
    },
    close() {
      clearInterval(timer);
      clear();
    },
  };
}

function nameOf(taskId: string): string {
  return taskId.replace(/^@np6\//, "").replace("#", " ");
}

function indent(output: string): string {
  return stripVTControlCharacters(output).trimEnd().replace(/^/gm, "    ");
}
