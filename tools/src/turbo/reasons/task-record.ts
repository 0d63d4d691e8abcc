/** What turbo says of a task in the summary of a run, as far as it decides whether the task runs again. */
export interface TaskRecord {
  /** Hash of everything below, and of what is global. */
  readonly hash: string;
  /** Hash by path of the files that the task reads, relative to its package. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The tasks whose outputs it reads, such as `@np6/spec#build`. */
  readonly dependencies: readonly string[];
  readonly hashOfExternalDependencies: string;
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

/** Records by task, such as `@np6/api-client#test`. */
export type TaskRecords = Readonly<Record<string, TaskRecord>>;
