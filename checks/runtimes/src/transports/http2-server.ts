/** A server that offers HTTP/2, with the ledger of what it executed. */
export interface Http2Server {
  readonly url: string;
  readonly executions: readonly {
    readonly protocol: string;
    readonly path: string;
    readonly openAtOnce: number;
  }[];
  close(): Promise<void>;
}
