import { BaseResolver, type Source } from "@redocly/openapi-core";

/** Whether a reference has a scheme and an authority, as `https://example.com/api.yaml` has. */
export function isUrl(reference: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(reference);
}

/**
 * Reads referenced files from disk only. A document that is fetched can change between two runs, and then the same
 * specification would give different bytes.
 */
export class LocalFileResolver extends BaseResolver {
  override resolveExternalRef(base: string | null, reference: string): string {
    // Kept as it is: joined to a folder, the URL would no longer be recognised.
    return isUrl(reference) ? reference : super.resolveExternalRef(base, reference);
  }

  override async loadExternalRef(absoluteReference: string): Promise<Source> {
    if (isUrl(absoluteReference)) {
      throw new Error(`${absoluteReference} is remote and is never fetched; save a copy beside the document`);
    }
    return super.loadExternalRef(absoluteReference);
  }
}
