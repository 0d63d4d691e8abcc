/** The peer, or the server's owner, ended the connection while a step used it; the rest is not played. */
export class ConnectionGone extends Error {
  override readonly name = "ConnectionGone";
}
