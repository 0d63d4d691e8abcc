import { describe, expect, test } from "vitest";
import { isKnownWorkflowNode, isUnknownExecutionResult, unrecognized, workflowNodeTypes } from "./guards.ts";

describe("a guard", () => {
  test("knows every type of the list, and no other", () => {
    expect(workflowNodeTypes.map((type) => isKnownWorkflowNode({ type }))).not.toContain(false);
    expect(workflowNodeTypes).toHaveLength(25);
    expect(isKnownWorkflowNode({ type: unrecognized("voiceCall") })).toBe(false);
    expect(isKnownWorkflowNode({ type: unrecognized("constructor") })).toBe(false);
  });

  test("takes a value without a type for an unknown one, as a server could send it", () => {
    expect(isUnknownExecutionResult(JSON.parse("{}"))).toBe(true);
    expect(isUnknownExecutionResult({ type: "success" })).toBe(false);
  });
});
