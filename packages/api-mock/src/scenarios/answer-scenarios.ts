import type { Operation, Specification } from "../api/read-specification.ts";
import { changeVariants } from "../schemas/change-variants.ts";
import { findUnions, type Union } from "../schemas/find-unions.ts";
import { successBody } from "../schemas/json-body.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";

/** A variant name that no document declares. */
const unknownVariant = "unknown-to-this-document";

/** Makes a version of a vendor media type that the operation does not declare; undefined without a version. */
export function otherVersion(mediaType: string, declared: readonly string[]): string | undefined {
  const [, before, version, after] = /^(.*[-.]v)(\d+)(.*)$/.exec(mediaType) ?? [];
  if (version === undefined) return undefined;
  const next = `${before}${Number(version) + 1}${after}`;
  return declared.includes(next) ? otherVersion(next, declared) : next;
}

const declaredBy = ({ responses }: Operation): string[] =>
  Object.values(responses).flatMap(({ mediaTypes }) => mediaTypes);

/** Makes scenarios of responses with 200 that the client's author did not know. */
export function answerScenarios(specification: Specification): ScenarioDefinition[] {
  const { document, operations } = specification;
  const common = { group: "outcome", defaults: {} } as const;
  const idsWhere = (fits: (operation: Operation) => boolean): string[] =>
    operations.filter(fits).map(({ operationId }) => operationId);

  const wrongVersion: ScenarioDefinition = {
    ...common,
    name: "wrong-version",
    description: "The response has a version of the vendor's media type that the document does not know.",
    operationIds: idsWhere((operation) => {
      const mediaType = successBody(specification, operation)?.mediaType;
      return mediaType !== undefined && otherVersion(mediaType, declaredBy(operation)) !== undefined;
    }),
    start:
      () =>
      ({ operation }) => ({
        changeMediaType: (mediaType) => otherVersion(mediaType, declaredBy(operation)) ?? mediaType,
      }),
  };

  /** Finds the unions in a response, by the name of the scenario that changes them. */
  const unionsOf = (operation: Operation, mediaType: string | undefined): Map<string, Union> => {
    const schema = successBody(specification, operation, mediaType)?.schema;
    const nameOf = (union: Union) => `unknown-${union.name.replaceAll(/\B[A-Z]/g, "-$&").toLowerCase()}`;
    return new Map(findUnions(document, schema).map((union) => [nameOf(union), union]));
  };
  const namesOf = (operation: Operation): string[] =>
    operation.successMediaTypes.flatMap((mediaType) => [...unionsOf(operation, mediaType).keys()]);
  const unknownVariants = [...new Set(operations.flatMap(namesOf))].map(
    (name): ScenarioDefinition => ({
      ...common,
      name,
      description: `A part of the response has a type that the document does not list (${name.slice(8)}).`,
      operationIds: idsWhere((operation) => namesOf(operation).includes(name)),
      start:
        () =>
        ({ operation }) => ({
          changeBody: (body, { answerMediaType }) => {
            const union = unionsOf(operation, answerMediaType).get(name);
            const schema = successBody(specification, operation, answerMediaType)?.schema;
            return union === undefined ? body : changeVariants(document, schema, body, union, unknownVariant);
          },
        }),
    }),
  );
  return [wrongVersion, ...unknownVariants];
}
