export type { GivenAnswer, OwnAnswer, RequestPattern } from "./answers/own-answer.ts";
export type { ContentOptions } from "./content/create-contents.ts";
export type { Execution, Executions } from "./executions/execution-ledger.ts";
export type { ReceivedRequest } from "./requests/received-request.ts";
export type { ScenarioOptions } from "./scenarios/scenario-choice.ts";
export type { ActiveScenario } from "./scenarios/scenario-stage.ts";
export { type Mock, type MockOptions, type Session, startMock } from "./session/start-mock.ts";
export type { MockSession, SessionOptions } from "./session/start-session.ts";
