import { valueAt } from "../json-pointer.test-support.ts";
import { soundDocument } from "./sound-document.test-support.ts";

/** A violation of a house rule: an edit of the sound document, and the expected parts of the report. */
export interface Mistake {
  readonly rule: string;
  /** Completes "a document with …". */
  readonly mistake: string;
  readonly pointer: string;
  /** The new value; `undefined` removes the member. */
  readonly value: unknown;
  /** The part of the message with the way out. */
  readonly wayOut: string;
}

const operation = "/paths/~1things~1{id}~1painting/post";
const success = `${operation}/responses/200`;
const json = `${success}/content/application~1json`;
const thing = "/components/schemas/Thing";
const tellSource = "reference, observed or assumed";

function mistake(rule: string, what: string, pointer: string, value: unknown, wayOut: string): Mistake {
  return { rule, mistake: what, pointer, value, wayOut };
}

const lost = { description: "Nobody refers to it", "x-source": "assumed", type: "string" };

/**
 * Mistakes for every rule of redocly.yaml except `component-name-unique`, whose violation needs several files. A new
 * rule needs a mistake here.
 */
export const mistakes: readonly Mistake[] = [
  mistake(
    "np6/sunset-is-date",
    "a date of going that is none",
    `${operation}/x-sunset`,
    "next year",
    "2027-06-30",
  ),
  mistake(
    "np6/sunset-is-date",
    "a date of going of what stays",
    `${thing}/x-sunset`,
    "2027-06-30",
    "deprecated",
  ),
  mistake(
    "operation-operationId",
    "an operation without id",
    `${operation}/operationId`,
    undefined,
    "camelCase",
  ),
  mistake(
    "operation-operationId-unique",
    "two operations with the same id",
    "/paths/~1things~1{id}~1copy",
    valueAt(soundDocument, "/paths/~1things~1{id}~1painting"),
    "unique",
  ),
  mistake(
    "operation-description",
    "an operation without description",
    `${operation}/description`,
    undefined,
    "description",
  ),
  mistake("operation-tag-defined", "an unknown tag", `${operation}/tags`, ["Nothing"], "tag"),
  mistake("tag-description", "a tag without description", "/tags/0/description", undefined, "description"),
  mistake(
    "parameter-description",
    "a mute parameter",
    `${operation}/parameters/0/description`,
    undefined,
    "description",
  ),
  mistake("paths-kebab-case", "a path in camelCase", "/paths/~1thingList", { get: {} }, "kebab-case"),
  mistake("security-defined", "no security", "/security", undefined, "security: [{apiKey: []}]"),
  mistake(
    "response-contains-header",
    "no request id",
    `${success}/headers/x-request-id`,
    undefined,
    "components/responses",
  ),
  mistake(
    "response-contains-header",
    "a 429 without one of the rate-limit headers",
    `${operation}/responses/429/headers/X-RateLimit-Reset`,
    undefined,
    "components/responses",
  ),
  mistake(
    "rule/operation-id-camel-case",
    "an id in snake_case",
    `${operation}/operationId`,
    "paint_thing",
    "duplicateWorkflow",
  ),
  mistake(
    "np6/refusals-documented",
    "no 401",
    `${operation}/responses/401`,
    undefined,
    "components/responses",
  ),
  mistake(
    "np6/refusals-documented",
    "no 429",
    `${operation}/responses/429`,
    undefined,
    "components/responses",
  ),
  mistake(
    "np6/refusals-documented",
    "no 409 where something is changed",
    `${operation}/responses/409`,
    undefined,
    "components/responses",
  ),
  mistake(
    "np6/refusals-documented",
    "no 415 where a body is taken",
    `${operation}/responses/415`,
    undefined,
    "components/responses",
  ),
  mistake(
    "rule/media-type-spelling",
    "a vendor media type with +json",
    `${success}/content/application~1vnd.np6.cm.thing-v1+json`,
    { schema: {}, examples: { redThing: { value: 1, "x-source": "assumed" } } },
    "without +json",
  ),
  mistake(
    "rule/media-type-spelling",
    "a media type of another vendor",
    `${success}/content/application~1vnd.npg.cm.thing-v1`,
    { schema: {}, examples: { redThing: { value: 1, "x-source": "assumed" } } },
    "exactly as its reference prints it",
  ),
  mistake(
    "rule/media-type-has-named-examples",
    "a response without examples",
    `${json}/examples`,
    undefined,
    "under a name",
  ),
  mistake(
    "rule/media-type-has-named-examples",
    "a request without examples",
    `${operation}/requestBody/content/application~1vnd.np6.cm.thing-v1/examples`,
    undefined,
    "under a name",
  ),
  mistake(
    "rule/media-type-has-named-examples",
    "an example without name",
    `${json}/example`,
    { colour: "red" },
    "under a name",
  ),
  mistake(
    "rule/parameter-has-named-examples",
    "a parameter without examples",
    `${operation}/parameters/0/examples`,
    undefined,
    "under a name",
  ),
  mistake(
    "rule/header-has-named-examples",
    "a header without examples",
    `${success}/headers/x-request-id/examples`,
    undefined,
    "under a name",
  ),
  mistake("rule/examples-not-empty", "empty examples", `${json}/examples`, {}, "under a name"),
  mistake(
    "rule/example-name-camel-case",
    "an example name with a space",
    `${json}/examples/red thing`,
    { value: { colour: "red" }, "x-source": "assumed" },
    "receiverById",
  ),
  mistake(
    "np6/no-bare-object",
    "a bare object",
    `${thing}/properties/settings`,
    { type: "object" },
    "additionalProperties: true",
  ),
  mistake(
    "np6/no-bare-object",
    "a bare object or null",
    `${thing}/properties/colour/type`,
    ["object", "null"],
    "additionalProperties",
  ),
  mistake(
    "np6/no-placeholder",
    "a placeholder",
    `${json}/examples/redThing/value`,
    { colour: "string" },
    "really occur",
  ),
  mistake(
    "np6/no-placeholder",
    "a placeholder in a schema",
    `${thing}/examples`,
    [{ colour: ["string"] }],
    "really occur",
  ),
  mistake(
    "np6/refusal-body-may-be-empty",
    "a refusal that does not say whether its body may be empty",
    `${operation}/responses/403/x-body-may-be-empty`,
    undefined,
    "x-body-may-be-empty: true",
  ),
  mistake("np6/source-given", "an operation without source", `${operation}/x-source`, undefined, tellSource),
  mistake(
    "np6/source-given",
    "a parameter without source",
    `${operation}/parameters/0/x-source`,
    undefined,
    tellSource,
  ),
  mistake(
    "np6/source-given",
    "a request body without source",
    `${operation}/requestBody/x-source`,
    undefined,
    tellSource,
  ),
  mistake("np6/source-given", "a response without source", `${success}/x-source`, undefined, tellSource),
  mistake(
    "np6/source-given",
    "a header without source",
    `${success}/headers/x-request-id/x-source`,
    undefined,
    tellSource,
  ),
  mistake(
    "np6/source-given",
    "an example without source",
    `${json}/examples/redThing/x-source`,
    undefined,
    tellSource,
  ),
  mistake(
    "np6/source-given",
    "a security scheme without source",
    "/components/securitySchemes/apiKey/x-source",
    undefined,
    tellSource,
  ),
  mistake("np6/source-given", "a named schema without source", `${thing}/x-source`, undefined, tellSource),
  mistake(
    "np6/source-given",
    "a property without source",
    `${thing}/properties/colour/x-source`,
    undefined,
    tellSource,
  ),
  mistake(
    "np6/source-given",
    "a $ref property without source",
    `${thing}/properties/settings/x-source`,
    undefined,
    tellSource,
  ),
  mistake("np6/source-given", "an unknown grade", `${thing}/x-source`, "guessed", tellSource),
  mistake(
    "np6/source-given",
    "a note that is no text",
    `${thing}/x-source-note`,
    true,
    "Write one, or leave it out",
  ),
  mistake(
    "np6/unknown-variant",
    "a union without a variant for unknown values",
    "/components/schemas/Shape/oneOf/1",
    undefined,
    "not: {enum: […]}",
  ),
  mistake(
    "np6/unknown-variant",
    "an unknown variant that does not exclude a known value",
    "/components/schemas/UnknownShape/properties/type/not/enum",
    ["circle"],
    "compare square",
  ),
  mistake(
    "np6/unknown-variant",
    "an unknown variant that excludes what is not known",
    "/components/schemas/UnknownShape/properties/type/not/enum",
    ["circle", "square", "star"],
    "compare star",
  ),
  mistake(
    "no-unused-components",
    "what redocly by default only warns of",
    "/components/schemas/Lost",
    lost,
    "never used",
  ),
];
