const entry = (...pairs: (readonly [string, unknown])[]) => Object.fromEntries(pairs);

const refer = (schema: string) => ({
  $ref: `#/components/schemas/${schema.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1")}`,
});

/**
 * Makes a document in which `text` provides every string that an author chooses: names, descriptions, patterns, enum
 * values, media types, parameter names, operationIds, paths, examples, server URLs, extensions.
 *
 * @param text returns a different string for each number
 */
export function documentOf(text: (index: number) => string): object {
  let index = 0;
  const name = () => {
    index += 1;
    return text(index);
  };
  /** Makes a name without characters that a path or server template forbids. */
  const inTemplate = () => name().replaceAll(/[{}]/g, "");
  const described = () => ({ description: name(), title: name(), [`x-${name()}`]: name() });
  const pattern = () => name().replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const [property, a, b] = [name(), name(), name()];
  const [variantA, variantB, known, other, union, plain, parent, shown] = Array.from(
    { length: 8 },
    (_, at) => (at === 0 ? name() : `${name()} ${at}`),
  ) as [string, string, string, string, string, string, string, string];
  const scheme = name();
  const id = inTemplate().replaceAll("/", "") || "id";
  const schemas = entry(
    [
      variantA,
      { type: "object", ...described(), required: [property], properties: entry([property, { const: a }]) },
    ],
    [variantB, { type: "object", required: [property], properties: entry([property, { const: b }]) }],
    [
      known,
      {
        oneOf: [refer(variantA), refer(variantB)],
        discriminator: { propertyName: property, mapping: entry([a, refer(variantA).$ref]) },
      },
    ],
    [
      other,
      {
        type: "object",
        required: [property],
        properties: entry([property, { type: "string", not: { enum: [a, b] } }]),
      },
    ],
    [union, { ...described(), oneOf: [refer(known), refer(other)] }],
    [
      plain,
      {
        type: "object",
        ...described(),
        deprecated: true,
        required: [`${name()}r`],
        properties: entry(
          [`${name()}p`, { type: "string", enum: [name(), `${name()}2`], default: name(), ...described() }],
          [`${name()}q`, { type: "string", format: name(), example: name(), pattern: pattern() }],
          [`${name()}s`, { $ref: refer(union).$ref, description: name() }],
          [`${name()}u`, { type: "object", dependentRequired: entry([name(), [name()]]), $comment: name() }],
        ),
        patternProperties: entry([`^${pattern()}$`, { const: name() }]),
        externalDocs: { url: name(), description: name() },
        examples: [entry([name(), name()])],
      },
    ],
    [
      parent,
      { allOf: [refer(plain), { type: "object", properties: entry([`${name()}t`, { const: name() }]) }] },
    ],
    [shown, { type: "string", contentMediaType: name(), contentEncoding: name(), default: name() }],
  );
  const answer = (schema: object) => ({
    200: {
      description: name(),
      headers: entry([`x-${name()}`, { description: name(), schema: { enum: [name()] } }]),
      content: {
        "application/json": { schema },
        // Either left out or a further media type: `true` has no validator.
        [`application/${name()}`]: { schema: true, example: name() },
        [`text/plain; v="${name()}"`]: { schema: true },
      },
      links: entry([name(), { operationId: name(), description: name() }]),
    },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: name(),
      version: name(),
      description: name(),
      contact: { name: name(), url: name() },
      license: { name: name() },
    },
    servers: [
      {
        url: `https://{v}.example.com/${inTemplate()}`,
        description: name(),
        variables: { v: { default: name(), description: name() } },
      },
    ],
    security: [entry([scheme, []])],
    tags: [{ name: name(), description: name() }],
    [`x-${name()}`]: { [name()]: [name()] },
    webhooks: entry([name(), { post: { operationId: name(), description: name(), responses: answer({}) } }]),
    paths: entry([
      `/${inTemplate()}/{${id}}`,
      {
        summary: name(),
        parameters: [
          { name: id, in: "path", required: true, description: name(), schema: { type: "string" } },
        ],
        post: {
          operationId: `${name()}o`,
          summary: name(),
          description: name(),
          deprecated: true,
          tags: [name()],
          parameters: [
            {
              name: `${name()}h`,
              in: "query",
              description: name(),
              schema: { type: "string", default: name() },
              examples: entry([name(), { summary: name(), value: name() }]),
            },
            { name: `${name()}i`, in: "header", deprecated: true, schema: { enum: [name()] } },
            { name: `${name()}c`, in: "cookie", schema: { pattern: pattern() } },
          ],
          requestBody: {
            description: name(),
            content: {
              "application/json": { schema: refer(parent), examples: entry([name(), { value: name() }]) },
              "multipart/form-data": {
                schema: { type: "object", properties: entry([name(), true]) },
                encoding: entry([name(), { contentType: name() }]),
              },
            },
          },
          callbacks: entry([name(), entry([name(), { post: { description: name(), responses: {} } }])]),
          responses: answer(refer(union)),
        },
        get: { description: name(), responses: answer({ type: "array", items: refer(plain) }) },
        put: { operationId: `${name()}v`, responses: answer(refer(shown)) },
      },
    ]),
    components: {
      schemas,
      securitySchemes: entry([scheme, { type: "apiKey", in: "header", name: name(), description: name() }]),
    },
  };
}
