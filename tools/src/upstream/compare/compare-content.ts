import type { ApiContent, ApiHeader, ApiOperation, ApiResponse } from "../document/api-operation.ts";
import { compareMaps } from "./compare-maps.ts";
import type { Difference } from "./difference.ts";
import type { SchemaComparison } from "./schemas/schema-comparison.ts";
import { stateDifference } from "./state-difference.ts";
import { lacks, says } from "./statement.ts";

/** Compares the media types of two bodies, and the schemas of those that both have. */
export function compareContent(
  comparison: SchemaComparison,
  place: string,
  vendor: ApiContent,
  curated: ApiContent,
): Difference[] {
  return compareMaps(
    vendor.schemas,
    curated.schemas,
    (mediaType, there, here) => [
      stateDifference(comparison.documents, "media type", `${place} ${mediaType}`, {
        vendor: there === undefined ? lacks(vendor.pointer) : says(there, mediaType),
        curated: here === undefined ? lacks(curated.pointer) : says(here, mediaType),
        name: mediaType,
      }),
    ],
    (mediaType, there, here) => comparison.compareAt(there, here, `${place} ${mediaType} `),
  );
}

/** Compares which statuses two operations answer, with which bodies and which headers. */
export function compareResponses(
  comparison: SchemaComparison,
  vendor: ApiOperation,
  curated: ApiOperation,
): Difference[] {
  return compareMaps(
    vendor.responses,
    curated.responses,
    (status, there, here) => [
      stateDifference(comparison.documents, "status", `${curated.title} ${status}`, {
        vendor: there ? says(there.pointer, status) : lacks(vendor.pointer),
        curated: here ? says(here.pointer, status) : lacks(curated.pointer),
        name: status,
      }),
    ],
    (status, there, here) => [
      ...compareContent(comparison, `${curated.title} ${status}`, there, here),
      ...compareHeaders(comparison, `${curated.title} ${status}`, there, here),
    ],
  );
}

function compareHeaders(
  comparison: SchemaComparison,
  place: string,
  vendor: ApiResponse,
  curated: ApiResponse,
): Difference[] {
  const state = (header: ApiHeader | undefined, response: ApiResponse) =>
    header ? says(header.pointer, header.title) : lacks(response.pointer);
  return compareMaps(
    vendor.headers,
    curated.headers,
    (_name, there, here) => {
      const name = (here ?? there)?.title ?? "";
      const statements = { vendor: state(there, vendor), curated: state(here, curated), name };
      return [stateDifference(comparison.documents, "header", `${place} ${name}`, statements)];
    },
    (_name, there, here) =>
      comparison.compareAt(there.schemaPointer, here.schemaPointer, `${place} ${here.title} `),
  );
}
