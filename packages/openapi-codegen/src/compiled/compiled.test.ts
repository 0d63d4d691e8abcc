import { testGuards } from "./test-guards.test-support.ts";
import { testOutputs } from "./test-outputs.test-support.ts";
import { testSignatures } from "./test-signatures.test-support.ts";

testOutputs("typescript7");
testGuards("typescript7");
testSignatures("typescript7");
