import type { ApiOperation, ApiParameter, ApiRequest } from "../document/api-operation.ts";
import { compareContent, compareResponses } from "./compare-content.ts";
import { compareMaps } from "./compare-maps.ts";
import type { Difference, Fact } from "./difference.ts";
import type { SchemaComparison } from "./schemas/schema-comparison.ts";
import { stateDifference } from "./state-difference.ts";
import { lacks, type Statement, says } from "./statement.ts";

/** Compares one operation that both documents have. */
export function compareOperations(
  comparison: SchemaComparison,
  vendor: ApiOperation,
  curated: ApiOperation,
): Difference[] {
  const place = curated.title;
  const state = (fact: Fact, there: Statement, here: Statement) =>
    stateDifference(comparison.documents, fact, place, { vendor: there, curated: here });
  const credentials =
    vendor.credentials === curated.credentials
      ? []
      : [
          state(
            "credentials",
            says(vendor.pointer, vendor.credentials),
            says(curated.pointer, curated.credentials),
          ),
        ];
  return [
    ...credentials,
    ...compareFlags(comparison, "deprecated", place, vendor, curated),
    ...compareMaps(
      vendor.parameters,
      curated.parameters,
      (_key, there, here) => {
        const title = (here ?? there)?.title ?? "";
        return [
          stateDifference(comparison.documents, "parameter", `${place} ${title}`, {
            vendor: there ? says(there.pointer, title) : lacks(vendor.pointer),
            curated: here ? says(here.pointer, title) : lacks(curated.pointer),
            name: title,
          }),
        ];
      },
      (_key, there, here) => compareParameters(comparison, `${place} ${here.title}`, there, here),
    ),
    ...compareRequests(comparison, vendor, curated),
    ...compareResponses(comparison, vendor, curated),
  ];
}

function compareParameters(
  comparison: SchemaComparison,
  place: string,
  vendor: ApiParameter,
  curated: ApiParameter,
): Difference[] {
  const serialization =
    vendor.serialization === curated.serialization
      ? []
      : [
          stateDifference(comparison.documents, "serialization", place, {
            vendor: says(vendor.pointer, vendor.serialization),
            curated: says(curated.pointer, curated.serialization),
          }),
        ];
  return [
    ...compareFlags(comparison, "required", place, vendor, curated),
    ...compareFlags(comparison, "deprecated", place, vendor, curated),
    ...serialization,
    ...comparison.compareAt(vendor.schemaPointer, curated.schemaPointer, `${place} `),
  ];
}

function compareRequests(
  comparison: SchemaComparison,
  vendor: ApiOperation,
  curated: ApiOperation,
): Difference[] {
  const there = vendor.request;
  const here = curated.request;
  const place = `${curated.title} request body`;
  if (there !== undefined && here !== undefined) {
    return [
      ...compareFlags(comparison, "required", place, there, here),
      ...compareContent(comparison, place, there, here),
    ];
  }
  if (there === here) return [];
  const state = (request: ApiRequest | undefined, operation: ApiOperation) =>
    request
      ? says(request.pointer, [...request.schemas.keys()].join(", ") || "present")
      : lacks(operation.pointer);
  return [
    stateDifference(comparison.documents, "request body", place, {
      vendor: state(there, vendor),
      curated: state(here, curated),
      name: "request body",
    }),
  ];
}

const flagTexts = { required: ["required", "optional"], deprecated: ["deprecated", "current"] } as const;

function compareFlags<F extends keyof typeof flagTexts>(
  comparison: SchemaComparison,
  flag: F,
  place: string,
  vendor: Readonly<Record<F, boolean>> & { readonly pointer: string },
  curated: Readonly<Record<F, boolean>> & { readonly pointer: string },
): Difference[] {
  if (vendor[flag] === curated[flag]) return [];
  const [yes, no] = flagTexts[flag];
  const state = (value: boolean, pointer: string) => (value ? says(pointer, yes) : lacks(pointer, no));
  const statements = {
    vendor: state(vendor[flag], vendor.pointer),
    curated: state(curated[flag], curated.pointer),
  };
  return [stateDifference(comparison.documents, flag, place, statements)];
}
