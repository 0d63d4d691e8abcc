/**
 * A path template without the names of its parameters: they are not sent, so `/a/{id}` and `/a/{workflowId}` are the
 * same path.
 */
export function anonymousPath(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}

/** The names of a template's parameters, in its order. */
export function pathParameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? "");
}
