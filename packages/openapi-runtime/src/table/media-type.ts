/**
 * Returns type/subtype of a Content-Type value: in lower case and without parameters, as media types are compared (RFC
 * 9110, section 8.3.1).
 * @returns undefined for a missing or empty value
 */
export function mediaTypeEssence(value: string | null | undefined): string | undefined {
  const essence = value?.split(";", 1)[0]?.trim().toLowerCase();
  return essence === "" ? undefined : essence;
}

/** Finds the declared media type of a Content-Type value, in the spec's spelling. */
export function findMediaType(
  contentType: string | null | undefined,
  declared: readonly string[],
): string | undefined {
  const essence = mediaTypeEssence(contentType);
  return essence === undefined ? undefined : declared.find((type) => mediaTypeEssence(type) === essence);
}
