import { describe, expect, it } from "vitest";
import { bodyFormat, isMediaRange, isMediaType } from "./body-format.ts";

describe("a name that says its format", () => {
  it.each([
    ["application/json", "json"],
    ["application/json; charset=utf-8", "json"],
    ["Application/JSON", "json"],
    ["text/json", "json"],
    ["application/problem+json", "json"],
    ["application/vnd.example.order-v2+json", "json"],
    ["application/vnd.example.order+JSON;version=2", "json"],
    ["text/plain", "text"],
    ["text/*", "text"],
    ["text/vnd.example.note", "text"],
    ["application/xml", "text"],
    ["image/svg+xml", "text"],
    ["application/yaml", "text"],
    ["application/vnd.example.order+yaml", "text"],
    ["application/x-ndjson", "text"],
    ["application/vnd.example.stream+json-seq", "text"],
    ["multipart/form-data", "form-data"],
    ["application/x-www-form-urlencoded", "url-encoded"],
    ["application/vnd.example.order+cbor", "binary"],
    ["application/x-protobuf", "binary"],
  ])("%s is %s, whatever its schema", (mediaType, format) => {
    for (const shape of ["structured", "text", "binary", "unknown"] as const) {
      expect(bodyFormat(mediaType, shape)).toEqual({ format, decidedBy: "name" });
    }
  });
});

describe("a name that does not say its format", () => {
  it.each([
    "application/vnd.example.order-v2",
    "application/prs.someone.order",
    "application/x.order",
    "application/x-order",
    "application/vnd.example.order-v2; charset=utf-8",
    "*/*",
    "application/*",
  ])("%s is what its schema describes", (mediaType) => {
    expect(bodyFormat(mediaType, "structured")).toEqual({ format: "json", decidedBy: "schema" });
    expect(bodyFormat(mediaType, "text")).toEqual({ format: "text", decidedBy: "schema" });
    expect(bodyFormat(mediaType, "binary")).toEqual({ format: "binary", decidedBy: "schema" });
    expect(bodyFormat(mediaType, "unknown")).toEqual({ format: "binary", decidedBy: "nothing" });
  });

  it.each([
    "application/pdf",
    "application/octet-stream",
    "image/png",
    "image/vnd.example",
    "multipart/mixed",
  ])("%s is binary although an object describes it: its registration says what it is", (mediaType) => {
    expect(bodyFormat(mediaType, "structured").format).toBe("binary");
  });
});

it("tells media types from other text", () => {
  expect(isMediaType("application/vnd.example.order-v2; charset=utf-8")).toBe(true);
  expect(isMediaType("*/*")).toBe(true);
  for (const text of [
    "json",
    "",
    "application/",
    "/json",
    "application/a b",
    "application/json, text/plain",
  ]) {
    expect(isMediaType(text), text).toBe(false);
  }
});

it("tells ranges from media types", () => {
  expect(["*/*", "text/*", "application/*;q=0.5"].filter(isMediaRange)).toHaveLength(3);
  expect(["text/plain", "application/json;a=*/*"].filter(isMediaRange)).toHaveLength(0);
});
