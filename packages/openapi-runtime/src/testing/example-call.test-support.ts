import { defaultCallSettings } from "../options/call-settings.ts";
import { type ClientOptions, resolveConfiguration } from "../options/configuration.ts";
import type { RequestHeaders } from "../request/request-headers.ts";
import { Call } from "../sending/call.ts";
import { createSender } from "../sending/sender.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleApi, exampleOperation } from "./example-api.test-support.ts";
import { exampleDefinition } from "./example-client.test-support.ts";
import { exampleFailures } from "./example-failures.test-support.ts";

/** A test's settings of a call. */
interface ExampleCall {
  readonly apiKey?: ClientOptions["apiKey"];
  readonly headers?: RequestHeaders;
  readonly api?: ApiDescription;
}

/** Makes a call of an operation of the example API, with nothing sent. */
export function exampleCall(
  operationId: string,
  { apiKey = "k", headers = {}, api = exampleApi }: ExampleCall = {},
): Call {
  const configuration = resolveConfiguration({ apiKey, allowRealApi: true }, { ...exampleDefinition, api });
  const operation = exampleOperation(operationId);
  const rest = { body: undefined, signal: undefined, accepted: [], settings: defaultCallSettings };
  const request = { operation, url: "https://api.example.com", headers, ...rest };
  return new Call(request, createSender(api, exampleFailures, configuration));
}
