import { testHostileDocuments } from "./hostile-strings.test-support.ts";

testHostileDocuments(150);
