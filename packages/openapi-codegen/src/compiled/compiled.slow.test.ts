import { testGuards } from "./test-guards.test-support.ts";
import { testOutputs } from "./test-outputs.test-support.ts";
import { testSignatures } from "./test-signatures.test-support.ts";

testOutputs("typescript");
testGuards("typescript");
testSignatures("typescript");
