import { testTypesTruth, testValidatorsTruth } from "./test-truth.test-support.ts";

testTypesTruth("typescript7");
testValidatorsTruth();
