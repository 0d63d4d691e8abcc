/** The call that all clients make: one execution of a workflow, as the vendor documents it. */
export const workload = {
  /** Path below the base URL. */
  path: "/scripting/workflows/42/execution",
  mediaType: "application/vnd.np6.cm.workflow-v4",
  key: "bench-key-0123456789abcdef",
  body: { receiver: { type: "id", value: "000A1B2C" } },
} as const;

/** The server's response: JSON of some hundred bytes. */
export const answerText: string = JSON.stringify({
  id: "0d5f3f7a-4f0e-4f7e-9a53-1f4b7c1f6f11",
  type: "success",
  receiver: { type: "id", value: "000A1B2C" },
  startedAt: "2026-11-23T10:00:00Z",
});

/** Headers of every request of a hand-written call. */
export const requestHeaders: Readonly<Record<string, string>> = {
  Accept: workload.mediaType,
  "Content-Type": workload.mediaType,
  "X-Key": workload.key,
};
