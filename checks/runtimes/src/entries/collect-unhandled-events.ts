/**
 * Listens for what nobody handles, where that is an event (pages and workers).
 * @returns tells what came so far
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
