import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { OnlineOrder } from "./online-order.entity.js";

/** A charge an online order was made for. Append-only. */
@Entity("online_order_charge")
@Unique("uq_online_order_charge", ["projectId", "orderId", "chargeId"])
@Index("ix_online_order_charge_charge", ["projectId", "chargeId"])
@Check("ck_online_order_charge_amount", "amount_fen > 0")
export class OnlineOrderCharge extends BusinessRow {
  @Column("uuid") orderId: string;
  @BelongsTo(() => OnlineOrder, "order_id", "fk_online_order_charge_order") order: Relation<OnlineOrder>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_online_order_charge_charge") charge: Relation<Charge>;
  /** What was open when the order was made. */
  @Column("bigint") amountFen: number;
}
