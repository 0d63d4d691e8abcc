import { testRewrites } from "./testing/test-rewrites.test-support.ts";

testRewrites(2_000);
