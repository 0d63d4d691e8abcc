import { browserCases } from "./cases/browser-cases.ts";
import { interruptionCases } from "./cases/interruption-cases.ts";
import { mediaTypeCases } from "./cases/media-type-cases.ts";
import { operationCases } from "./cases/operation-cases.ts";
import { redirectCases } from "./cases/redirect-cases.ts";
import { refusalCases } from "./cases/refusal-cases.ts";
import { secrecyCases } from "./cases/secrecy-cases.ts";
import { sendOnceCases } from "./cases/send-once-cases.ts";
import { validationCases } from "./cases/validation-cases.ts";
import type { SmokeCase } from "./smoke-case.ts";

/** Every case, in the order of the table. The last ones check the others' failures. */
export const smokeCases: readonly SmokeCase[] = [
  ...operationCases,
  ...refusalCases,
  ...redirectCases,
  ...interruptionCases,
  ...mediaTypeCases,
  ...validationCases,
  ...sendOnceCases,
  ...browserCases,
  ...secrecyCases,
];
