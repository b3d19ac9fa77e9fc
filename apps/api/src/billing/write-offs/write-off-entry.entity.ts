import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { ChargeEntry } from "../charges/charge-entry.entity.js";
import { WriteOff } from "./write-off.entity.js";

/** Says of an adjustment in the ledger that it writes off a debt or takes money back for one. Append-only. */
@Entity("write_off_entry")
@Unique("uq_write_off_entry", ["projectId", "entryId"])
@Index("ix_write_off_entry_write_off", ["projectId", "writeOffId"])
export class WriteOffEntry extends BusinessRow {
  @Column("uuid") writeOffId: string;
  @BelongsTo(() => WriteOff, "write_off_id", "fk_write_off_entry_write_off") writeOff: Relation<WriteOff>;
  @Column("uuid") entryId: string;
  @BelongsTo(() => ChargeEntry, "entry_id", "fk_write_off_entry_entry") entry: Relation<ChargeEntry>;
}
