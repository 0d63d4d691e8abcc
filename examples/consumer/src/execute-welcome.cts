import { createClient } from "@np6/api-client";

async function main(): Promise<void> {
  const np6 = createClient({ apiKey: process.env.NP6_API_KEY ?? "", baseUrl: process.env.NP6_BASE_URL });
  const { data, error } = await np6.POST("/scripting/workflows/{id}/execution", {
    params: { path: { id: 42 } },
    body: { receiver: { type: "id", value: "000A1B2C" } },
  });
  if (error) throw error;
  process.stdout.write(`cjs ${data.type}\n`);
}

void main();
