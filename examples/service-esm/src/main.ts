import { createClient } from "@np6/api-client";
import { createService } from "./service.js";

const np6 = createClient({
  apiKey: process.env.NP6_API_KEY,
  baseUrl: process.env.NP6_BASE_URL,
  on: {
    deprecated: ({ operationId }) =>
      process.emitWarning(`${operationId} is deprecated`, "DeprecationWarning"),
  },
});
const service = createService(np6, Number(process.env.NP6_WORKFLOW_ID));
service.listen(Number(process.env.PORT ?? 3000));
process.once("SIGTERM", () => service.close());
