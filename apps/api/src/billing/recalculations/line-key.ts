import type { PlannedLine } from "./plan-recalculation.js";

/** By what a difference is known again: its room, item and month, and the bills it is about. */
interface Known {
  roomId: string;
  feeItemId: string;
  period: string;
  chargeIds: readonly string[];
}

export const keyOfLine = ({ roomId, feeItemId, period, chargeIds }: Known): string =>
  [period, roomId, feeItemId, ...chargeIds.toSorted()].join(" ");

export const keyOfPlanned = ({ olds, ...line }: PlannedLine): string =>
  keyOfLine({ ...line, chargeIds: olds.map(({ id }) => id) });
