import { Choice, Text } from "../common/fields.js";
import { type DisputeOutcome, disputeOutcomeLabels } from "./disputes.enums.js";

/** Says that a payer disputes a charge (BIL-54): it bears no late fee, and no run takes money for it, until it is settled. */
export class OpenDisputeDto {
  @Text("争议原因", { min: 2, max: 200 }) reason: string;
}

/** Settles a dispute. What is owed changes by a waiver or a reversal of its own. */
export class SettleDisputeDto {
  @Choice("处理结果", disputeOutcomeLabels) outcome: DisputeOutcome;
  /** What was found and agreed. */
  @Text("处理说明", { min: 2, max: 500, multiline: true }) resolution: string;
}

/** A dispute about a charge; the last four fields are null while it is open. */
export class DisputeDto {
  id: string;
  /** The charge it was registered on: the one asked for, or one in whose place that was issued for the same debt. */
  chargeId: string;
  reason: string;
  openedOn: string;
  openedByName: string;
  outcome: DisputeOutcome | null;
  resolution: string | null;
  settledOn: string | null;
  settledByName: string | null;
}
