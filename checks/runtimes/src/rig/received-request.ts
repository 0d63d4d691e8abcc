/** A request as a server of the rig received it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the connection had carried a request before. */
  readonly onReusedConnection: boolean;
  /** Whether its connection is closed by now. */
  readonly disconnected: boolean;
}
