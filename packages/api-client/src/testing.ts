// Entry of `@np6/api-client/testing`: fakes for unit tests. For tests over HTTP, use `@np6/api-mock`.

export {
  createFakeClient,
  type FakeAnswers,
  type FakeCall,
  type FakeClient,
} from "./fakes/fake-client.ts";
export { type FakeFailureOptions, fakeFailure } from "./fakes/fake-failure.ts";
