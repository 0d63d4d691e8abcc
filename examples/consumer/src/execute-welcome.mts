import { createClient, isNp6Error } from "@np6/api-client";

const np6 = createClient({ apiKey: process.env.NP6_API_KEY ?? "", baseUrl: process.env.NP6_BASE_URL });

try {
  const result = await np6.executeWorkflow({
    path: { id: 42 },
    body: { receiver: { type: "id", value: "000A1B2C" } },
  });
  process.stdout.write(`esm ${result.type}\n`);
} catch (error) {
  if (!isNp6Error(error)) throw error;
  // After an unknown outcome the job must not simply run again, because the mail may be sent already.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.outcomeUnknown ? 2 : 1;
}
