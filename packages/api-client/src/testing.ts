// Entry of `@np6/api-client/testing`: what unit tests make up. Tests that want HTTP take `@np6/api-mock`.

export {
  createFakeClient,
  type FakeAnswers,
  type FakeCall,
  type FakeClient,
} from "./fakes/fake-client.ts";
export { type FakeFailureOptions, fakeFailure } from "./fakes/fake-failure.ts";
