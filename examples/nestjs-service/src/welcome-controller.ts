import { Controller, HttpCode, Inject, Param, ParseIntPipe, Post } from "@nestjs/common";
import { type ExecutesWorkflows, executesWorkflows } from "./executes-workflows.js";

/** `POST /workflows/<id>/receivers/<id>` executes a workflow for one receiver. */
@Controller("workflows")
export class WelcomeController {
  readonly #np6: ExecutesWorkflows;

  constructor(@Inject(executesWorkflows) np6: ExecutesWorkflows) {
    this.#np6 = np6;
  }

  @Post(":workflow/receivers/:receiver")
  @HttpCode(200)
  async welcome(
    @Param("workflow", ParseIntPipe) workflow: number,
    @Param("receiver") receiver: string,
  ): Promise<{ result: string }> {
    const { type } = await this.#np6.executeWorkflow({
      path: { id: workflow },
      body: { receiver: { type: "id", value: receiver } },
    });
    return { result: type };
  }
}
