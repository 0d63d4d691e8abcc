import { test } from "@np6/api-mock/vitest";
import { expect } from "vitest";
import { sendWelcome } from "../src/send-welcome.cjs";

test("a refused key is a failure, and nothing ran", async ({ mock }) => {
  mock.scenario("unauthorized");
  expect(await sendWelcome(mock.client(), 42, ["A"])).toEqual({ sent: [], failed: ["A"], look: false });
});
