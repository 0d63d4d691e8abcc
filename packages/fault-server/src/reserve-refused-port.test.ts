import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { reserveRefusedPort } from "./reserve-refused-port.ts";

test("connections are refused, and nobody can begin to listen until the port is given back", async () => {
  const refused = await reserveRefusedPort();
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

  await refused.close();
  listener.listen(port, "127.0.0.1");
  await once(listener, "listening");
});
