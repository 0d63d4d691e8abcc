import { once } from "node:events";
import { createAnswerBook } from "../answers/answer-book.ts";
import type { GivenAnswer, OwnAnswer } from "../answers/own-answer.ts";
import { type ContentOptions, createContents } from "../content/create-contents.ts";
import { connectPrism } from "../engine/connect-prism.ts";
import type { Engine } from "../engine/engine.ts";
import { createExecutionLedger, type Executions } from "../executions/execution-ledger.ts";
import { executionLines } from "../executions/execution-lines.ts";
import { findExecuted } from "../executions/find-executed.ts";
import { createReplay } from "../har/create-replay.ts";
import { readRecording } from "../har/read-recording.ts";
import { answerHealth } from "../page/answer-health.ts";
import { answerPage, type PageControls } from "../page/answer-page.ts";
import { createPageLog } from "../page/page-log.ts";
import { pageState } from "../page/page-state.ts";
import type { AnswerRules } from "../proxy/check-answer.ts";
import { type ApiProxy, createProxy } from "../proxy/create-proxy.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { createRequestLog } from "../requests/request-log.ts";
import { secretHeaders } from "../requests/secret-headers.ts";
import { parseScenario } from "../scenarios/parse-scenario.ts";
import type { ScenarioOptions } from "../scenarios/scenario-choice.ts";
import { type ActiveScenario, createScenarioStage } from "../scenarios/scenario-stage.ts";
import { checkBasePath } from "../wire/base-path.ts";
import { answerPreflight } from "../wire/cors.ts";
import { failureAnswer } from "../wire/failure-answer.ts";
import { listen } from "../wire/listen.ts";
import { createFrontEnd, type WireExchange } from "./create-front-end.ts";

/** Behaviour of a session. */
export interface SessionOptions extends ContentOptions {
  /** Scenarios at the start, such as `["conflict", "latency,milliseconds=300"]`. `reset` ends them too. */
  readonly scenarios?: readonly string[];
  /** Let pages of any origin call it. The real API documents no CORS. Default: false. */
  readonly cors?: boolean;
  /**
   * Refuse requests that no answer of `answer` fits with 404, instead of using the document's examples. Default: false.
   */
  readonly ownOnly?: boolean;
  /**
   * A HAR file of this mock or of a browser, to answer from. A request gets the recorded response to the same method,
   * path, query and body; several are used in turn. Other requests get a 404. Default: none.
   */
  readonly replay?: string;
  /** Path prefix of a gateway, such as `/gateway/np6`; it is part of `url`. Default: none. */
  readonly basePath?: string;
}

/** An address of the mock with its own request log and scenarios, which no other session sees. */
export interface MockSession {
  /** Base URL without a trailing slash, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Received requests, oldest first, at most the latest 1,000. A request is added before its response is sent. */
  readonly requests: readonly ReceivedRequest[];
  /** Number of requests since the start or the last `reset`. */
  readonly requestCount: number;
  /**
   * The executed receivers, with counts and requests, of batches and of single calls. All are kept, also after `close`;
   * ten million take about 660 MB. With `--proxy` there are none.
   */
  readonly executions: Executions;
  /** The active scenarios, in the order of their start. */
  readonly scenarios: readonly ActiveScenario[];
  /**
   * Starts a scenario. Counted ones (`times`) are played before the others, in the order of their start; among the
   * others, the latest is played. A pace (`latency`, `slow-body`) is combined with any other scenario.
   *
   * @param name such as `conflict` or `reset-after`; the README lists them
   * @throws TypeError for an unknown name, operation or option; the message lists the valid ones
   */
  scenario(name: string, options?: ScenarioOptions): void;
  /** Ends the scenarios of this name, or all. */
  endScenario(name?: string): void;
  /**
   * Adds your own answer: to an operation, or to requests with a certain path, query or body. It is checked against the
   * document, unless `unchecked` is true. Counted answers (`times`) go first, in order; among the others, the latest is
   * used. A request that breaks the document, or is refused by a scenario, gets none. `reset` removes them.
   *
   * @returns a handle with the number of its uses, which can remove it
   * @throws TypeError for an unknown operation, or an answer that breaks the document
   * @example
   * mock.answer({ operation: "executeWorkflow", when: { path: { id: 7 } }, body: { type: "error" } });
   */
  answer(answer: OwnAnswer): GivenAnswer;
  /** Ends all scenarios, and removes answers, `requests`, `executions`, and created or changed resources. */
  reset(): void;
  /** Ends the session, and resolves when its connections are closed. Requests in flight are cut. It may be repeated. */
  close(): Promise<void>;
}

/** Options for callers inside this package. */
export interface InternalSessionOptions extends SessionOptions {
  readonly port?: number;
  readonly host?: string;
  readonly onExchange?: (request: ReceivedRequest, wire: WireExchange) => void;
  /** URL of a real API to forward requests to, from `checkUpstreamUrl`. */
  readonly proxy?: string | undefined;
}

/**
 * Starts a session on an engine.
 *
 * @throws Error when it cannot listen there; TypeError for an unknown scenario
 */
export async function startSession(
  engine: Engine,
  options: InternalSessionOptions = {},
): Promise<MockSession> {
  const { port = 0, host = "127.0.0.1", onExchange = () => {}, scenarios = [], cors = false } = options;
  const basePath = checkBasePath(options.basePath ?? "");
  const { specification } = engine;
  const stage = createScenarioStage(engine.scenarios);
  for (const scenario of scenarios) stage.start(parseScenario(scenario));
  const answerBook = createAnswerBook(() => rulesOf(engine));
  const log = createRequestLog();
  const pageLog = createPageLog(secretHeaders(specification), () => url);
  const ledger = createExecutionLedger();
  const proxy = await createAnswering(engine, options);
  const contents = proxy === undefined ? await createContents(engine, options) : [];
  const prism = connectPrism(engine.prismUrl, engine.prismEnding);
  const reset = (): void => {
    stage.end();
    answerBook.clear();
    log.clear();
    pageLog.clear();
    ledger.clear();
    proxy?.reset?.();
    for (const content of contents) content.reset();
  };
  const controls: PageControls = {
    state: () => pageState(engine, url, log, pageLog, ledger, stage),
    start: (text) => stage.start(parseScenario(text)),
    end: stage.end,
    reset,
    executions: () => executionLines(ledger),
  };
  const failed = (error: unknown) => failureAnswer(engine.prismEnding(), error);
  const hasRoot = specification.operations.some(({ path }) => path === "/");
  const server = createFrontEnd({
    specification,
    validator: engine.validator,
    contents,
    proxy,
    prism,
    ownAnswers: answerBook,
    ownOnly: options.ownOnly === true,
    failed,
    log,
    ledger,
    executed: findExecuted(engine.specification),
    stage,
    basePath,
    cors,
    pages: ({ method, target, headers, body }) => {
      const preflight = cors ? answerPreflight(method, headers) : undefined;
      const [path = ""] = target.split("?");
      const request = { method, path, headers, body };
      const health = hasRoot ? undefined : answerHealth(request, engine.prismEnding() === undefined);
      return preflight ?? health ?? answerPage(controls, request);
    },
    onExchange: (request, wire) => {
      pageLog.add(request, wire);
      onExchange(request, wire);
    },
  });

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
    prism.disconnect();
    proxy?.disconnect();
  };
  const url = (await listen(server, port, host)) + basePath;
  return {
    url,
    get requests() {
      return log.requests;
    },
    get requestCount() {
      return log.count;
    },
    executions: ledger,
    get scenarios() {
      return stage.active;
    },
    answer: answerBook.add,
    scenario: (name, chosen = {}) => stage.start({ name, options: chosen }),
    endScenario: (name) => stage.end(name),
    reset,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Makes the source of answers instead of Prism: a real API, or a recording of one. */
async function createAnswering(
  engine: Engine,
  { proxy, replay }: InternalSessionOptions,
): Promise<ApiProxy | undefined> {
  if (proxy !== undefined) return createProxy(proxy, rulesOf(engine));
  if (replay === undefined) return undefined;
  return createReplay(await readRecording(replay, engine.specification), rulesOf(engine));
}

function rulesOf({ specification, validator }: Engine): AnswerRules {
  return { specification, validate: validator() };
}
