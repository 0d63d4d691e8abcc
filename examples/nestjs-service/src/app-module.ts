import { Module } from "@nestjs/common";
import { APP_FILTER } from "@nestjs/core";
import { Np6FailureFilter } from "./np6-failure-filter.js";
import { Np6Module } from "./np6-module.js";
import { WelcomeController } from "./welcome-controller.js";

/** The whole service. */
@Module({
  imports: [Np6Module],
  controllers: [WelcomeController],
  providers: [{ provide: APP_FILTER, useClass: Np6FailureFilter }],
})
export class AppModule {}
