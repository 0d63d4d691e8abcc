import { describeFuzz } from "./describe-fuzz.test-support.ts";

describeFuzz(", in five hundred requests", 500);
