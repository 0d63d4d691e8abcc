import { Agent } from "undici";
import { afterAll } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { describeCatalogue } from "./describe-catalogue.test-support.ts";

// What holds for the platform's fetch holds for the faster one.
const dispatcher = new Agent();
afterAll(() => dispatcher.destroy());
await describeCatalogue(createUndiciFetch({ dispatcher }));
