export { plainTests as default } from "../tools/test-lane.ts";
