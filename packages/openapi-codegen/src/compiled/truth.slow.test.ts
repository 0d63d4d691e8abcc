import { testTypesTruth } from "./test-truth.test-support.ts";

testTypesTruth("typescript54");
testTypesTruth("typescript");
