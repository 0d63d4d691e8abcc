import { Inject, Module, type OnApplicationShutdown } from "@nestjs/common";
import { createClient, type Np6Client } from "@np6/api-client";
import { createTelemetry } from "@np6/api-client/opentelemetry";
import { executesWorkflows } from "./executes-workflows.js";

const np6Client = Symbol("Np6Client");

/** Creates one client for the whole service. Other modules get the interface. */
@Module({
  providers: [
    {
      provide: np6Client,
      useFactory: () => {
        const baseUrl = process.env.NP6_BASE_URL;
        return createClient({ apiKey: process.env.NP6_API_KEY, baseUrl, ...createTelemetry({ baseUrl }) });
      },
    },
    { provide: executesWorkflows, useExisting: np6Client },
  ],
  exports: [executesWorkflows],
})
export class Np6Module implements OnApplicationShutdown {
  readonly #np6: Np6Client;

  constructor(@Inject(np6Client) np6: Np6Client) {
    this.#np6 = np6;
  }

  /** Waits for running calls, so that none of them ends with an unknown outcome. */
  async onApplicationShutdown(): Promise<void> {
    await this.#np6.close({ graceMs: 10_000 });
  }
}
