// Runs the soak service in its own process; start-soak-server.ts starts it and communicates with it.
import { startSoakService } from "./soak-service.ts";

// The process ends with its parent, however the parent ended.
process.on("disconnect", () => process.exit());

const service = await startSoakService(JSON.parse(process.argv[2] ?? "{}"));
process.on("message", () => process.send?.({ ledger: service.ledger() }));
process.send?.({ url: service.url });
