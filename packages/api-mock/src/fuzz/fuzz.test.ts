import { describeFuzz } from "./describe-fuzz.test-support.ts";

// Five times as many in fuzz.slow.test.ts.
describeFuzz("", 100);
