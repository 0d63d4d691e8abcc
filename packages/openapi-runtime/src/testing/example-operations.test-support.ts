import type { version1, version2 } from "./example-api.test-support.ts";

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

interface WithId {
  query?: never;
  header?: never;
  path: { id: number };
  cookie?: never;
}

interface Problem {
  reason: string;
}

interface EmptyResponse {
  headers: Record<string, unknown>;
  content?: never;
}

interface ResponseWith<Content> {
  headers: Record<string, unknown>;
  content: Content;
}

/** The example's operations, in the shape that openapi-typescript generates. */
export interface ExampleOperations {
  listThings: {
    parameters: {
      query?: { tag?: string[]; limit?: number };
      header?: { "X-Trace"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: ResponseWith<{ "application/json": { id: number }[] }>;
      404: EmptyResponse;
      "4XX": ResponseWith<{ "application/json": Problem }>;
      default: ResponseWith<{ "text/plain": string }>;
    };
  };
  createThing: {
    parameters: NoParameters;
    requestBody: { content: { [version1]: { name: string }; [version2]: { names: string[] } } };
    responses: {
      201: ResponseWith<{ [version1]: { id: number }; [version2]: { ids: number[] } }>;
      202: EmptyResponse;
      "4XX": ResponseWith<{ "application/json": Problem }>;
      409: EmptyResponse;
    };
  };
  runThing: {
    parameters: WithId;
    requestBody?: never;
    responses: {
      200: ResponseWith<{ "application/json": { done: boolean } }>;
      409: EmptyResponse;
      default: ResponseWith<{ "application/json": Problem }>;
    };
  };
  deleteThing: {
    parameters: WithId;
    requestBody?: never;
    responses: { 204: EmptyResponse; "4XX": ResponseWith<{ "application/json": Problem }> };
  };
  downloadFile: {
    parameters: NoParameters;
    requestBody?: never;
    responses: { 200: ResponseWith<{ "application/octet-stream": Blob }> };
  };
  upload: {
    parameters: NoParameters;
    requestBody?: { content: { "text/plain": string } };
    responses: { 204: EmptyResponse };
  };
  ping: {
    parameters: NoParameters;
    requestBody?: never;
    responses: { default: ResponseWith<{ "application/json": { pong: true } }> };
  };
}

/** The example's paths, in the shape that openapi-typescript generates. */
export interface ExamplePaths {
  "/things": { get: ExampleOperations["listThings"]; post: ExampleOperations["createThing"] };
  "/things/{id}": { get?: never; delete: ExampleOperations["deleteThing"] };
  "/things/{id}/run": { post: ExampleOperations["runThing"] };
  "/file": { get: ExampleOperations["downloadFile"] };
  "/uploads": { post: ExampleOperations["upload"] };
  "/ping": { get: ExampleOperations["ping"] };
}
