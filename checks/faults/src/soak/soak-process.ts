// Runs the soak service in a process of its own; start-soak-server.ts starts it and speaks to it.
import { startSoakService } from "./soak-service.ts";

// With its parent gone nobody needs it, however the parent went.
process.on("disconnect", () => process.exit());

const service = await startSoakService(JSON.parse(process.argv[2] ?? "{}"));
process.on("message", () => process.send?.({ ledger: service.ledger() }));
process.send?.({ url: service.url });
