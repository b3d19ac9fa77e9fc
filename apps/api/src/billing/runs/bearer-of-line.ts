import { startTrace, traceOf } from "../charge-start/start-trace.js";
import type { Issued, RoomInputs, RunContext } from "./run-inputs.js";
import type { RunLine } from "./run-lines.js";

/** Writes into the trace what the start of charging says of who pays (BIL-14). */
export function explainBearer({ developerId }: RunContext, { start, payers }: RoomInputs, line: RunLine): void {
  if (start === null || line.trace === null || line.objectId !== null) return;
  const said = startTrace(start, line, { payers, developerId });
  if (said) line.trace.start = said;
}

/** With a start of charging: a charge of the developer that the owner bears now, or the other way round. */
export const changesSide = ({ chargeStart, developerId }: RunContext, charge: Issued, { payerId, objectId }: RunLine) =>
  chargeStart !== null &&
  objectId === null &&
  charge.payerId !== payerId &&
  developerId !== null &&
  (charge.payerId === developerId || payerId === developerId);

/** Says of a line that changes sides who was charged: that stands (BIL-13). */
export function explainIssued(
  context: RunContext,
  { start }: RoomInputs,
  issued: readonly Issued[],
  line: RunLine,
): void {
  const changed = issued.filter((charge) => changesSide(context, charge, line));
  const { trace, payerId } = line;
  if (!trace || !start || changed.length === 0) return;
  trace.start ??= { ...traceOf(start), by: payerId === context.developerId ? "DEVELOPER" : "OWNER" };
  trace.start.was = changed.map(({ from, to, keptFen, payerId }) => ({
    from,
    to,
    fen: keptFen,
    by: payerId === context.developerId ? "DEVELOPER" : "OWNER",
  }));
}
