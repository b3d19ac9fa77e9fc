import { meterSupply } from "../meters/meter-supply.js";
import type { RunSupply } from "./run-supply.js";

/** Everything that a run takes beside areas and counts. */
export const SUPPLIES: readonly RunSupply[] = [meterSupply];
