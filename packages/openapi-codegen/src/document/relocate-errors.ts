import { DocumentError, type SourceLocation } from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";

/**
 * Runs a function that reads the bundled document, and adds the source files to its errors.
 *
 * @param locate finds the source file and pointer for a pointer into the bundled document
 */
export async function relocateErrors<T>(
  locate: (pointer: string) => SourceLocation,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CodegenError || error instanceof DocumentError)) throw error;
    const locations = error.locations.map((location) =>
      location.file === undefined && location.pointer !== undefined ? locate(location.pointer) : location,
    );
    throw new CodegenError(error.reason, locations, { cause: error });
  }
}
