import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app-module.js";
import { startTracing } from "./tracing.js";

const tracing = startTracing();
// With the default, Nest would abort the process by a signal instead of reporting the error.
const app = await NestFactory.create(AppModule, { abortOnError: false });
app.enableShutdownHooks();
await app.listen(Number(process.env.PORT ?? 3000));
process.once("beforeExit", () => void tracing.shutdown());
