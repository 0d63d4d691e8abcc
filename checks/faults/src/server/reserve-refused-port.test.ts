import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { reserveRefusedPort } from "./reserve-refused-port.ts";

test("connections are refused, and nobody else can begin to listen", async () => {
  const refused = await reserveRefusedPort();
  onTestFinished(() => refused.close());
  const port = Number(new URL(refused.url).port);
  for (let time = 0; time < 3; time += 1) {
    await expect(fetch(refused.url)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  }
  const listener = createServer();
  onTestFinished(() => {
    listener.close();
  });
  listener.listen(port, "127.0.0.1");
  const [error] = await once(listener, "error");
  expect(error).toMatchObject({ code: "EADDRINUSE" });
});
