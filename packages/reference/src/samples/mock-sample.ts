import type { ExampleOperation } from "@np6/openapi-document";
import type { ReferenceAnswer } from "../read/reference-answers.ts";
import type { Sample } from "./sample.ts";
import { writeCall } from "./write-call.ts";

/**
 * Chooses the error response that most deserves a test in calling code. It is the first one that leaves open whether
 * the call ran, or else the first. Undefined when the document has none.
 */
function worthATest(answers: readonly ReferenceAnswer[]): ReferenceAnswer | undefined {
  const refusals = answers.filter(({ status, reaction }) => reaction !== undefined && /^\d{3}$/.test(status));
  return refusals.find(({ reaction }) => reaction?.outcomeUnknown) ?? refusals[0];
}

/** Writes a test that requests a documented response from the mock. */
export function mockSample(operation: ExampleOperation, answers: readonly ReferenceAnswer[]): Sample {
  const refusal = worthATest(answers);
  const call = writeCall(operation, operation.bodies[0], refusal && `code=${refusal.status}`);
  const tried = refusal?.reaction
    ? `try {
  await ${call};
} catch (error) {
  if (!isNp6Error(error)) throw error;
  console.log(error.kind, error.status, error.outcomeUnknown);
  // → ${refusal.reaction.kind} ${refusal.status} ${refusal.reaction.outcomeUnknown}
} finally {
  await mock.close();
}`
    : `try {
  await ${call};
} finally {
  await mock.close();
}`;
  const imported = refusal ? "createClient, isNp6Error" : "createClient";
  const code = `import { ${imported} } from "@np6/api-client";
import { startMock } from "@np6/api-mock";

const mock = await startMock();
const np6 = createClient({ apiKey: "any", baseUrl: mock.url });
${tried}`;
  return { kind: "mock", title: "Mock, in a test", code };
}
