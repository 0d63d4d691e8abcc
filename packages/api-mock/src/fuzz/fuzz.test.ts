import { describeFuzz } from "./describe-fuzz.test-support.ts";

// fuzz.slow.test.ts has five times as many.
describeFuzz("", 100);
