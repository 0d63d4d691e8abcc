/**
 * Collects unhandled errors and rejections, where these are events (pages and workers).
 * @returns a function that lists them
 */
export function collectUnhandledEvents(): () => readonly string[] {
  const unhandled: string[] = [];
  addEventListener("unhandledrejection", (event) => {
    unhandled.push(String((event as PromiseRejectionEvent).reason));
  });
  addEventListener("error", (event) => {
    unhandled.push((event as ErrorEvent).message);
  });
  return () => unhandled;
}
