import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { clientOf, copyInto } from "../../database/copy.js";
import { chargeIds, chargeRow, INSERT_CHARGES, STAGED, STAGING_TABLE } from "../runs/charge-staging.js";
import { loadContext } from "../runs/run-inputs.js";
import { isPublishable, linesOfRoom, type RunLine } from "../runs/run-lines.js";
import { roomsOfRun } from "../runs/run-rooms.js";
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

  /** Issues the charges of readings that are not billed; answers them. The caller holds the month open. */
  async bill(tx: EntityManager, month: MeteredMonth): Promise<{ id: string; line: RunLine }[]> {
    const { projectId, roomId, feeItemId, period, bookedPeriod } = month;
    const scope = { buildingIds: [], roomIds: [roomId], feeItemIds: [feeItemId] };
    const context = await loadContext(tx, projectId, period, scope, true);
    const now = this.clock.now();
    const issuedOn = this.clock.today(context.timeZone);
    const idOf = chargeIds(newId());
    const issued: { id: string; line: RunLine }[] = [];
    for await (const rooms of roomsOfRun(tx, context, scope)) {
      const lines = rooms.flatMap((room) => linesOfRoom(context, room, issuedOn).lines).filter(isPublishable);
      for (const line of lines) issued.push({ id: idOf(issued.length, line), line });
    }
    if (issued.length === 0) return [];
    const client = await clientOf(tx);
    await client.query(STAGING_TABLE);
    await copyInto(client, "charge_staging", STAGED, issued.map(({ id, line }) => chargeRow(id, line)).join(""));
    await client.query(INSERT_CHARGES, [projectId, now, null, bookedPeriod]);
    await client.query(meterSupply.afterInsert, [projectId, now]);
    await client.query("DROP TABLE charge_staging");
    return issued;
  }
}
