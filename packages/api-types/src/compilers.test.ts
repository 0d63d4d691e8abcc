import { testCompilers } from "./compilers.test-support.ts";

testCompilers(["typescript"]);
