import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { bookWaiver, type WaiverBooking } from "../waivers/waiver-ledger.js";
import { WriteOffEntry } from "./write-off-entry.entity.js";

/** Writes the adjustments of a write-off on locked charges: positive amounts write off, negative ones take it back. */
export async function bookWriteOff(
  tx: EntityManager,
  writeOffId: string,
  booking: WaiverBooking & { adjusts: "WRITE_OFF" | "RECOVERY" },
): Promise<void> {
  const { projectId, createdAt } = booking;
  const entryIds = await bookWaiver(tx, booking);
  const rows = entryIds.map((entryId) => ({ projectId, id: newId(), createdAt, writeOffId, entryId }));
  await tx.insert(WriteOffEntry, rows);
}
