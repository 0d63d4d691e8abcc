import type { Socket } from "node:net";
import type { Fault } from "../script/fault.ts";
import { ConnectionGone } from "./connection-gone.ts";
import type { ReceivedRequest, RecordedAnswer } from "./received-request.ts";
import { type RequestHead, RequestParser } from "./request-parser.ts";
import { runStep } from "./run-step.ts";
import { StepTarget } from "./step-target.ts";

/** The interface between a connection and its server. */
export interface ConnectionOwner {
  /** Returns the script's next fault and removes it, if it starts before any request. */
  nextConnectionFault(): Fault | undefined;
  nextFault(request: ReceivedRequest): Fault;
  recordRequest(request: ReceivedRequest): void;
  /** Called before a response that waits for the complete request. */
  requestIsWhole(request: ReceivedRequest): void;
  recordMalformed(reason: string): void;
  recordBytes(bytes: number): void;
  /** Called when the connection's counters or records have changed. */
  changed(): void;
  exchangeStarted(): void;
  exchangeEnded(): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type RequestRecord = Mutable<Omit<ReceivedRequest, "answer">> & { answer: Mutable<RecordedAnswer> };

/** Reads the requests of one connection and responds in order, each time with its fault. */
export class Connection {
  readonly #socket: Socket;
  readonly #number: number;
  readonly #owner: ConnectionOwner;
  readonly #peerEnded = new AbortController();
  #current: { request: RequestRecord; pieces: Buffer[]; whole: PromiseWithResolvers<void> } | undefined;
  #requests = 0;
  #turn: Promise<void> = Promise.resolve();
  /** The response that started with the connection; it belongs to the first request. */
  #early: Mutable<RecordedAnswer> | undefined;

  constructor(socket: Socket, number: number, owner: ConnectionOwner) {
    this.#socket = socket;
    this.#number = number;
    this.#owner = owner;
  }

  /** Starts to read, and to respond if the script responds before any request. */
  start(): void {
    const parser = new RequestParser({
      head: (head) => this.#receiveHead(head),
      body: (piece) => this.#current?.pieces.push(piece),
      end: () => this.#receiveEnd(),
      malformed: (reason) => this.#owner.recordMalformed(reason),
    });
    this.#socket.on("data", (bytes: Buffer) => {
      this.#owner.recordBytes(bytes.length);
      parser.feed(bytes);
    });
    // Reset by the peer, or written after the peer left: "close" follows, so no handling is necessary.
    this.#socket.on("error", () => {});
    this.#socket.on("end", () => {
      this.#peerEnded.abort();
      this.#abandonRequest();
      void this.#turn.then(() => this.#socket.end());
    });
    this.#socket.on("close", () => this.#abandonRequest());
    const fault = this.#owner.nextConnectionFault();
    if (fault === undefined) return;
    this.#early = { fault: fault.name, bytesSent: 0 };
    this.#answer(fault, this.#early);
  }

  #receiveHead(head: RequestHead): void {
    this.#requests += 1;
    const early = this.#early;
    this.#early = undefined;
    const request: RequestRecord = {
      ...head,
      body: Buffer.alloc(0),
      complete: false,
      connection: this.#number,
      ordinal: this.#requests,
      receivedAt: performance.now(),
      answer: early ?? { fault: "", bytesSent: 0 },
    };
    const whole = Promise.withResolvers<void>();
    // Not every fault waits for the complete request.
    whole.promise.catch(() => {});
    this.#current = { request, pieces: [], whole };
    this.#owner.recordRequest(request);
    if (early === undefined) this.#assignFault(request, whole.promise);
    this.#owner.changed();
  }

  #assignFault(request: RequestRecord, whole: Promise<void>): void {
    const fault = this.#owner.nextFault(request);
    request.answer.fault = fault.name;
    this.#answer(fault, request.answer, fault.begin === "request" ? whole : undefined);
  }

  #receiveEnd(): void {
    if (this.#current === undefined) return;
    const { request, pieces, whole } = this.#current;
    this.#current = undefined;
    request.body = Buffer.concat(pieces);
    request.complete = true;
    this.#owner.requestIsWhole(request);
    whole.resolve();
    this.#owner.changed();
  }

  /** Ends the wait for an incomplete request, which cannot become complete any more. */
  #abandonRequest(): void {
    if (this.#current === undefined) return;
    const { request, pieces, whole } = this.#current;
    this.#current = undefined;
    request.body = Buffer.concat(pieces);
    whole.reject(new ConnectionGone());
  }

  /** Queues the response behind earlier ones of this connection: HTTP/1.1 responses keep the order of requests. */
  #answer(fault: Fault, answer: Mutable<RecordedAnswer>, begin?: Promise<void>): void {
    this.#owner.exchangeStarted();
    this.#turn = this.#turn.then(async () => {
      answer.end = await this.#play(fault, answer, begin);
      answer.endedAt = performance.now();
      this.#owner.exchangeEnded();
    });
  }

  async #play(
    fault: Fault,
    answer: Mutable<RecordedAnswer>,
    begin: Promise<void> | undefined,
  ): Promise<"kept-open" | "closed" | "reset" | "connection-gone"> {
    const target = new StepTarget(this.#socket, this.#peerEnded.signal, (bytes) => {
      answer.bytesSent += bytes;
      this.#owner.changed();
    });
    try {
      await begin;
      answer.startedAt = performance.now();
      let end: "kept-open" | "closed" | "reset" = "kept-open";
      for (const step of fault.steps) end = await runStep(step, target);
      return end;
    } catch (error) {
      // After any error the script cannot continue, so no half-finished response remains.
      this.#socket.destroy();
      if (error instanceof ConnectionGone) return "connection-gone";
      throw error;
    }
  }
}
