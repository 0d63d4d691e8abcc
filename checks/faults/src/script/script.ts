import type { FaultFunction } from "../server/fault-server.ts";
import type { ReceivedRequest } from "../wire/received-request.ts";
import { checkFault } from "./check-fault.ts";
import type { Fault } from "./fault.ts";

/** Returns the faults of one `script` call, one per request. */
export class Script {
  readonly #faults: readonly Fault[] | FaultFunction;
  #index = 0;

  /** @throws TypeError when the list is empty or a fault cannot be played to its end */
  constructor(faults: Fault | readonly Fault[] | FaultFunction) {
    this.#faults = typeof faults === "function" || isList(faults) ? faults : [faults];
    if (typeof this.#faults === "function") return;
    if (this.#faults.length === 0) throw new TypeError("The script is empty; add at least one fault.");
    this.#faults.forEach(checkFault);
  }

  /** Returns the next fault, if it starts before any request. */
  nextConnectionFault(): Fault | undefined {
    if (typeof this.#faults === "function") return undefined;
    const fault = this.#faults[Math.min(this.#index, this.#faults.length - 1)];
    if (fault?.begin !== "connection") return undefined;
    this.#index += 1;
    return fault;
  }

  nextFault(request: ReceivedRequest): Fault {
    const index = this.#index;
    this.#index += 1;
    if (typeof this.#faults === "function") {
      const fault = this.#faults(request, index);
      checkFault(fault);
      return fault;
    }
    const fault = this.#faults[Math.min(index, this.#faults.length - 1)];
    // Unreachable: the constructor refuses an empty list.
    if (fault === undefined) throw new TypeError("The script is empty; add at least one fault.");
    return fault;
  }
}

function isList(faults: Fault | readonly Fault[]): faults is readonly Fault[] {
  return Array.isArray(faults);
}
