import { testCompilers } from "./compilers.test-support.ts";

testCompilers(["typescript54", "typescript59"]);
