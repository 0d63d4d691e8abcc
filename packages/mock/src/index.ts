export { startMock } from "./start-mock.ts";
export type { Mock, MockOptions } from "./start-mock-of.ts";
