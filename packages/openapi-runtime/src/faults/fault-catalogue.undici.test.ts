import { Agent } from "undici";
import { afterAll } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { describeCatalogue } from "./describe-catalogue.test-support.ts";

// The faster fetch must obey the rules of the platform's fetch.
const dispatcher = new Agent();
afterAll(() => dispatcher.destroy());
await describeCatalogue(createUndiciFetch({ dispatcher }));
