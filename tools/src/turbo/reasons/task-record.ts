/** The part of turbo's run summary that decides whether a task runs again. */
export interface TaskRecord {
  /** Hash of everything below, and of global inputs. */
  readonly hash: string;
  /** Hashes of the files that the task reads, by path relative to its package. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Tasks whose outputs it reads, for example `@np6/spec#build`. */
  readonly dependencies: readonly string[];
  readonly hashOfExternalDependencies: string;
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

/** Records by task, for example `@np6/api-client#test`. */
export type TaskRecords = Readonly<Record<string, TaskRecord>>;
