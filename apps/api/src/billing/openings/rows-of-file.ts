import type { KnownPlaces } from "./known-places.js";
import type { ResolvedRow } from "./opening-input.js";
import { BY_DAYS } from "./resolve-rows.js";

/** What makes two rows of a kind the same; null when a row is not compared. */
function keyOf(row: ResolvedRow): string | null {
  const {
    kind,
    roomId,
    objectId,
    customerId,
    feeItemId,
    fromOn,
    toOn,
    paidOn,
    amountFen,
    paidFen,
    documentNo,
    remark,
  } = row;
  // of what it is for nobody knows whether it is the same
  if (row.chargeObject !== null && objectId === null) return null;
  const parts = {
    ARREARS: [roomId, objectId, feeItemId, fromOn, toOn, amountFen, remark],
    PREPAYMENT: [roomId, customerId, feeItemId],
    DEPOSIT: documentNo
      ? [roomId, objectId, feeItemId, documentNo]
      : [roomId, objectId, feeItemId, paidOn, amountFen, remark],
    PAID_THROUGH: [roomId, feeItemId],
    COLLECTED: [feeItemId],
    HISTORY: [roomId, feeItemId, fromOn, toOn, paidOn, amountFen, paidFen, remark],
  }[kind];
  return (kind === "COLLECTED" ? feeItemId : roomId) === null ? null : `${kind} ${parts.join(" ")}`;
}

/** Refuses rows that say again what a row before has said, and arrears of the same days. Pure; adds to `faults`. */
export function refuseRepeated(rows: readonly ResolvedRow[], known: KnownPlaces): void {
  const seen = new Map<string, ResolvedRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const first = seen.get(key);
    if (first) row.faults.push(`与第 ${first.rowNo} 行重复`);
    else seen.set(key, row);
  }
  const kinds = new Map([...known.items.values()].map(({ id, kind }) => [id, kind]));
  const byDays = rows.filter(
    ({ kind, roomId, feeItemId, faults }) =>
      kind === "ARREARS" && roomId && faults.length === 0 && BY_DAYS.includes(kinds.get(feeItemId ?? "") ?? "ONE_OFF"),
  );
  for (const ofItem of Map.groupBy(
    byDays,
    ({ roomId, objectId, feeItemId }) => `${objectId ?? roomId} ${feeItemId}`,
  ).values()) {
    const sorted = ofItem.toSorted((a, b) => (a.fromOn! < b.fromOn! ? -1 : 1));
    let last = sorted[0]!;
    for (const row of sorted.slice(1)) {
      if (row.fromOn! <= last.toOn!) row.faults.push(`费用起止与第 ${last.rowNo} 行有重叠`);
      if (row.toOn! > last.toOn!) last = row;
    }
  }
}
