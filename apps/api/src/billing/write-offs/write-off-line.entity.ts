import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { WriteOff } from "./write-off.entity.js";

/** What is written off of one charge, and what came back of it. */
@Entity("write_off_line")
@Index("ix_write_off_line_write_off", ["projectId", "writeOffId"])
@Index("ix_write_off_line_charge", ["projectId", "chargeId"])
@Check("ck_write_off_line_amount", "amount_fen > 0 AND recovered_fen >= 0 AND recovered_fen <= amount_fen")
export class WriteOffLine extends BusinessRow {
  @Column("uuid") writeOffId: string;
  @BelongsTo(() => WriteOff, "write_off_id", "fk_write_off_line_write_off") writeOff: Relation<WriteOff>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_write_off_line_charge") charge: Relation<Charge>;
  @Column("bigint") amountFen: number;
  @Column("bigint") recoveredFen: number;
}
