/**
 * A rule for a field of an object in OpenAPI 3.0 to 3.2. It states the kind of value and where a `$ref` may be; in
 * `any`, `$ref` is data. Fields that no rule names may have any value.
 */
export type Rule =
  | "any"
  | "text"
  | "flag"
  | "number"
  | { readonly object: ObjectName }
  | { readonly list: Rule }
  | { readonly map: Rule }
  /** The first rule for a list, the second for anything else. */
  | { readonly either: readonly Rule[] };

/** A kind of object in the specification. */
export interface ObjectRule {
  /** Its name in the specification, for messages. */
  readonly title: string;
  /** Its member of `components`, for objects of other files. Objects without such a member are copied in place. */
  readonly component?: string;
  readonly fields: Readonly<Record<string, Rule>>;
  /** Rule for fields of other names; absent when they may have any value. */
  readonly others?: Rule;
}

export type ObjectName =
  | "document"
  | "info"
  | "server"
  | "serverVariable"
  | "paths"
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "callback"
  | "example"
  | "link"
  | "tag"
  | "securityScheme"
  | "requirement"
  | "components"
  | "schema"
  | "discriminator";

const of = (object: ObjectName): Rule => ({ object });
const listOf = (rule: Rule): Rule => ({ list: rule });
const mapOf = (rule: Rule): Rule => ({ map: rule });

type Groups = readonly (readonly [names: string, rule: Rule])[];

/** Makes the rules of an object from groups of fields, such as `["title version", "text"]`. */
function object(title: string, groups: Groups): ObjectRule {
  const entries = groups.flatMap(([names, rule]) => names.split(" ").map((name) => [name, rule] as const));
  return { title, fields: Object.fromEntries(entries) };
}

/** Makes the rules of an object that `components` has a member for. */
function component(name: string, title: string, groups: Groups): ObjectRule {
  return { ...object(title, groups), component: name };
}

const schema = of("schema");
const headerFields = [
  ["description style", "text"],
  ["required deprecated explode allowEmptyValue allowReserved", "flag"],
  ["schema", schema],
  ["content", mapOf(of("mediaType"))],
  ["examples", mapOf(of("example"))],
] as const;

export const objectRules: Readonly<Record<ObjectName, ObjectRule>> = {
  document: object("OpenAPI Object", [
    ["openapi $self", "text"],
    ["info", of("info")],
    ["servers", listOf(of("server"))],
    ["paths", of("paths")],
    ["webhooks", mapOf(of("pathItem"))],
    ["components", of("components")],
    ["security", listOf(of("requirement"))],
    ["tags", listOf(of("tag"))],
  ]),
  info: object("Info Object", [["title version summary description", "text"]]),
  server: object("Server Object", [
    ["url description", "text"],
    ["variables", mapOf(of("serverVariable"))],
  ]),
  serverVariable: object("Server Variable Object", [["default description", "text"]]),
  paths: { title: "Paths Object", fields: {}, others: of("pathItem") },
  pathItem: object("Path Item Object", [
    ["summary description", "text"],
    ["servers", listOf(of("server"))],
    ["parameters", listOf(of("parameter"))],
    ["get put post delete options head patch trace query", of("operation")],
    ["additionalOperations", mapOf(of("operation"))],
  ]),
  operation: object("Operation Object", [
    ["summary description operationId", "text"],
    ["deprecated", "flag"],
    ["tags", listOf("text")],
    ["servers", listOf(of("server"))],
    ["parameters", listOf(of("parameter"))],
    ["requestBody", of("requestBody")],
    ["responses", of("responses")],
    ["callbacks", mapOf(of("callback"))],
    ["security", listOf(of("requirement"))],
  ]),
  parameter: component("parameters", "Parameter Object", [["name in", "text"], ...headerFields]),
  header: component("headers", "Header Object", headerFields),
  requestBody: component("requestBodies", "Request Body Object", [
    ["description", "text"],
    ["required", "flag"],
    ["content", mapOf(of("mediaType"))],
  ]),
  mediaType: object("Media Type Object", [
    ["schema itemSchema", schema],
    ["examples", mapOf(of("example"))],
    ["encoding", mapOf(of("encoding"))],
    ["itemEncoding", of("encoding")],
    ["prefixEncoding", listOf(of("encoding"))],
  ]),
  encoding: object("Encoding Object", [
    ["contentType style", "text"],
    ["explode allowReserved", "flag"],
    ["headers", mapOf(of("header"))],
  ]),
  responses: { title: "Responses Object", fields: {}, others: of("response") },
  response: component("responses", "Response Object", [
    ["description summary", "text"],
    ["headers", mapOf(of("header"))],
    ["content", mapOf(of("mediaType"))],
    ["links", mapOf(of("link"))],
  ]),
  callback: { title: "Callback Object", component: "callbacks", fields: {}, others: of("pathItem") },
  example: component("examples", "Example Object", [["summary description externalValue", "text"]]),
  link: component("links", "Link Object", [["description operationId", "text"]]),
  tag: object("Tag Object", [["name description", "text"]]),
  securityScheme: component("securitySchemes", "Security Scheme Object", [
    ["type name in scheme description", "text"],
  ]),
  requirement: { title: "Security Requirement Object", fields: {} },
  components: object("Components Object", [
    ["schemas", mapOf(schema)],
    ["responses", mapOf(of("response"))],
    ["parameters", mapOf(of("parameter"))],
    ["examples", mapOf(of("example"))],
    ["requestBodies", mapOf(of("requestBody"))],
    ["headers", mapOf(of("header"))],
    ["securitySchemes", mapOf(of("securityScheme"))],
    ["links", mapOf(of("link"))],
    ["callbacks", mapOf(of("callback"))],
    ["pathItems", mapOf(of("pathItem"))],
    ["mediaTypes", mapOf(of("mediaType"))],
  ]),
  schema: component("schemas", "Schema Object", [
    ["title description format pattern $id $anchor $comment contentMediaType contentEncoding", "text"],
    ["deprecated readOnly writeOnly nullable uniqueItems", "flag"],
    [
      "maximum minimum multipleOf maxLength minLength maxItems minItems maxProperties minProperties",
      "number",
    ],
    ["properties patternProperties $defs definitions dependentSchemas", mapOf(schema)],
    ["allOf anyOf oneOf prefixItems", listOf(schema)],
    ["items", { either: [listOf(schema), schema] }],
    [
      "additionalProperties not contains propertyNames if then else unevaluatedItems unevaluatedProperties contentSchema additionalItems",
      schema,
    ],
    ["type", { either: [listOf("text"), "text"] }],
    ["enum", listOf("any")],
    ["required", listOf("text")],
    ["discriminator", of("discriminator")],
  ]),
  discriminator: object("Discriminator Object", [
    ["propertyName defaultMapping", "text"],
    ["mapping", mapOf("text")],
  ]),
};

/** Puts an article before the name of an object, for messages. */
export function article(title: string): string {
  return `${/^[AEIO]/.test(title) ? "an" : "a"} ${title}`;
}
