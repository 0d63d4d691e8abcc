/** Uncaught errors and warnings, as they occur. */
export interface ProcessWatch {
  readonly incidents: readonly string[];
  stop(): void;
}

/** Begins to record unhandled rejections, uncaught exceptions and warnings of this process. */
export function watchProcess(): ProcessWatch {
  const incidents: string[] = [];
  const note = (what: string) => (value: unknown) => {
    incidents.push(`${what}: ${value instanceof Error ? (value.stack ?? value.message) : String(value)}`);
  };
  const listeners = [
    ["unhandledRejection", note("unhandled rejection")],
    ["uncaughtExceptionMonitor", note("uncaught exception")],
    ["warning", note("warning")],
  ] as const;
  for (const [event, listener] of listeners) process.on(event, listener);
  return {
    incidents,
    stop: () => {
      for (const [event, listener] of listeners) process.off(event, listener);
    },
  };
}
