import type { RateBase } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { PricingResult } from "../pricing/pricing.types.js";
import type { BoundRate, RoomInputs, RunContext } from "./run-inputs.js";

/** Prices what a binding of a room comes to in the month of the run. Pure. */
export type PriceSupplied = (room: Pick<RoomInputs, "roomId" | "payers">, binding: BoundRate) => PricingResult;

/**
 * What a run takes per room, fee item and month beside areas and counts, such as the use of meters; one for each base of
 * rates that is priced by something of the month.
 */
export interface RunSupply {
  readonly base: RateBase;
  /** Reads what rooms are to be billed for in the month of the run. */
  load(tx: EntityManager, context: RunContext, roomIds: readonly string[]): Promise<PriceSupplied>;
  /** What follows from the charges in `charge_staging`, in the transaction that has inserted them. $1 project, $2 now. */
  readonly afterInsert: string;
}
