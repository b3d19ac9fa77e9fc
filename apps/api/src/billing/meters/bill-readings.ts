import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { clientOf, copyInto } from "../../database/copy.js";
import { chargeIds, chargeRow, INSERT_CHARGES, STAGED, STAGING_TABLE } from "../runs/charge-staging.js";
import { loadContext } from "../runs/run-inputs.js";
import { isPublishable, linesOfRoom, type RunLine } from "../runs/run-lines.js";
import { roomsOfRun } from "../runs/run-rooms.js";
import { lateBookedShare } from "../late-fees/late-booked-to.js";
import type { DebtBehind } from "./debt-behind.js";
import { meterSupply } from "./meter-supply.js";

/** One item of one room in one month. */
export interface MeteredMonth {
  projectId: string;
  roomId: string;
  feeItemId: string;
  period: string;
  /** Month it is booked in, open and held by the caller: that of the use, or a later one. */
  bookedPeriod: string;
}

/** Bills what meters of a room counted outside a run: after a correction. The same inputs, engine and statements. */
@Injectable()
export class BillReadings {
  constructor(private readonly clock: Clock) {}

  /**
   * Issues the charges of readings that are not billed; answers them. The caller holds the month open.
   * @param behind by payer, what they stand for: they were due when that was, and its late fees are theirs (BIL-83)
   */
  async bill(
    tx: EntityManager,
    month: MeteredMonth,
    behind: ReadonlyMap<string | null, DebtBehind>,
  ): Promise<{ id: string; line: RunLine }[]> {
    const { projectId, roomId, feeItemId, period, bookedPeriod } = month;
    const scope = { buildingIds: [], roomIds: [roomId], feeItemIds: [feeItemId] };
    const context = await loadContext(tx, projectId, period, scope, true);
    const now = this.clock.now();
    const issuedOn = this.clock.today(context.timeZone);
    const idOf = chargeIds(newId());
    const issued: { id: string; line: RunLine }[] = [];
    for await (const rooms of roomsOfRun(tx, context, scope)) {
      const lines = rooms.flatMap((room) => linesOfRoom(context, room, issuedOn).lines).filter(isPublishable);
      for (const line of lines) {
        const dueOn = behind.get(line.payerId)?.dueOn ?? line.dueOn;
        issued.push({ id: idOf(issued.length), line: { ...line, dueOn } });
      }
    }
    if (issued.length === 0) return [];
    const client = await clientOf(tx);
    await client.query(STAGING_TABLE);
    await copyInto(client, "charge_staging", STAGED, issued.map(({ id, line }) => chargeRow(id, line)).join(""));
    const late = lateOf(issued, behind);
    await client.query(
      `UPDATE charge_staging s SET late_booked_to = l.day, late_booked_fen = l.fen
         FROM unnest($1::uuid[], $2::date[], $3::bigint[]) AS l(id, day, fen) WHERE s.id = l.id`,
      [late.map(({ id }) => id), late.map(({ day }) => day), late.map(({ fen }) => fen)],
    );
    await client.query(INSERT_CHARGES, [projectId, now, null, bookedPeriod]);
    await client.query(meterSupply.afterInsert, [projectId, now]);
    await client.query("DROP TABLE charge_staging");
    return issued;
  }
}

/** What of the late fees behind a payer's charges goes with each of them: by amount. */
function lateOf(issued: readonly { id: string; line: RunLine }[], behind: ReadonlyMap<string | null, DebtBehind>) {
  return issued.flatMap(({ id, line: { payerId, amountFen } }) => {
    const debt = behind.get(payerId);
    if (!debt || debt.lateBookedTo === null) return [];
    const own = issued.filter(({ line }) => line.payerId === payerId);
    const wholeFen = own.reduce((sum, { line }) => sum + line.amountFen, 0);
    return [{ id, day: debt.lateBookedTo, fen: lateBookedShare(debt.lateBookedFen, amountFen, wholeFen) }];
  });
}
