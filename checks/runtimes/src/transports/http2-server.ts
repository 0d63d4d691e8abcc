/** A server that offers HTTP/2, with a ledger of its executions. */
export interface Http2Server {
  readonly url: string;
  readonly executions: readonly {
    readonly protocol: string;
    readonly path: string;
    readonly openAtOnce: number;
  }[];
  close(): Promise<void>;
}
