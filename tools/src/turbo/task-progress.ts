import { stripVTControlCharacters } from "node:util";

/** Shows the progress of a run. */
export interface TaskProgress {
  /** Sets the number of tasks, once it is known. */
  readonly expect: (tasks: number) => void;
  readonly started: (taskId: string) => void;
  /** @param output - its output, if it has to be shown */
  readonly ended: (taskId: string, how: "passed" | "failed" | "cached", output?: string) => void;
  /** Ends the line that is rewritten. */
  readonly close: () => void;
}

/** The output stream. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * Shows tasks as they run. A terminal gets one line that is rewritten, with the running tasks and their durations;
 * other outputs get a line per finished task. Results from the cache are only counted.
 * @param now - a clock in milliseconds
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
