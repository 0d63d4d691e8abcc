/** A media type as it is compared: lower case, without parameters such as `charset`. */
export function bareMediaType(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
