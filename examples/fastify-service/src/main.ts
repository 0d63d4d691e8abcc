import { createClient } from "@np6/api-client";
import { createService } from "./service.js";

const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });
const service = createService(np6);
await service.listen({ port: Number(process.env.PORT ?? 3000) });
process.once("SIGTERM", () => service.close());
