import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";
import { Room } from "../../property/room.entity.js";
import { Charge } from "../charges/charge.entity.js";

/**
 * A deposit (押金, BIL-84). It is paid by receipts on its charge; what was deducted, moved and paid back are its
 * movements. Held is what was received less those, never negative.
 */
@Entity("deposit")
@Unique("uq_deposit_no", ["projectId", "depositNo"])
@Unique("uq_deposit_charge", ["projectId", "chargeId"])
@Index("ix_deposit_room", ["projectId", "roomId"])
@Index("ix_deposit_payer", ["projectId", "payerId"])
@Check("ck_deposit_used", "used_fen >= 0 AND used_fen <= amount_fen AND amount_fen > 0")
export class Deposit extends BusinessRow {
  @Column("text") depositNo: string;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_deposit_charge") charge: Relation<Charge>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_deposit_room") room: Relation<Room>;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_deposit_payer") payer: Relation<Customer>;
  /** DepositObject */
  @Column("text") object: string;
  @Column("text", { nullable: true }) objectRef: string | null;
  @Column("bigint") amountFen: number;
  /** Sum of its movements. */
  @Column("bigint") usedFen: number;
  @Column("boolean") refundable: boolean;
  @Column("text", { nullable: true }) refundableReason: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("text") requestHash: string;
}
