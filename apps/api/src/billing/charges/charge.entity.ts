import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";
import { Room } from "../../property/room.entity.js";
import { ChargeBatch } from "../charge-batches/charge-batch.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { ChargeObject } from "../objects/charge-object.entity.js";
import { Rate } from "../rates/rate.entity.js";
import { ChargeRun } from "../runs/charge-run.entity.js";

/**
 * What is owed (应收): one line per room (or thing of the room), fee item and stretch of service. Never edited: what happens to it is a
 * ChargeEntry; the `…Fen` columns behind the amount, the day of the last receipt and that of a cut are kept beside those
 * entries, and the only columns the application's role may update. A service is billed once, by what is open or settled of
 * it: rests of bills that were cut stand beside what was issued for the days, and are no part of the unique keys.
 */
@Entity("charge")
@Index("uq_charge_service", ["projectId", "roomId", "feeItemId", "serviceFrom"], {
  unique: true,
  where: "reversed_fen = 0 AND cut_on IS NULL AND source = 'RUN' AND object_id IS NULL",
})
@Index("uq_charge_object_service", ["projectId", "objectId", "feeItemId", "serviceFrom"], {
  unique: true,
  where: "reversed_fen = 0 AND cut_on IS NULL AND source = 'RUN' AND object_id IS NOT NULL",
})
@Index("ix_charge_room", ["projectId", "roomId", "period"])
@Index("ix_charge_open", ["projectId", "payerId", "dueOn"], { where: "open_fen <> 0" })
// the day of a room's last receipt, however long its history
@Index("ix_charge_room_received", ["projectId", "roomId", "lastReceivedOn"], { where: "last_received_on IS NOT NULL" })
@Index("ix_charge_booked", ["projectId", "bookedPeriod", "id"])
// answers "what was billed with this price, and up to which day", and "was this fee item ever billed"
@Index("ix_charge_item", ["projectId", "feeItemId", "rateVersionId", "serviceTo"])
@Index("ix_charge_run", ["projectId", "runId"])
@Index("ix_charge_batch", ["projectId", "batchId"], { where: "batch_id IS NOT NULL" })
@Index("ix_charge_debit", ["projectId", "debitBatchId"], { where: "debit_batch_id IS NOT NULL" })
@Index("ix_charge_principal", ["projectId", "principalId"], { where: "principal_id IS NOT NULL" })
@Check("ck_charge_principal", "(principal_id IS NOT NULL) = (source = 'LATE_FEE')")
@Check("ck_charge_open", "open_fen = amount_fen - reduced_fen - received_fen - offset_fen - reversed_fen")
@Check("ck_charge_open_sign", "open_fen >= 0")
@Check("ck_charge_service", "service_to >= service_from")
export class Charge extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_charge_room") room: Relation<Room>;
  /** What it is for beside the room, e.g. a parking space; null for the room itself (BIL-05). */
  @Column("uuid", { nullable: true }) objectId: string | null;
  @BelongsTo(() => ChargeObject, "object_id", "fk_charge_object") object: Relation<ChargeObject> | null;
  /** The payer valid on the service period; a later change of payer leaves it alone (BIL-06). */
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_charge_payer") payer: Relation<Customer>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_charge_fee_item") feeItem: Relation<FeeItem>;
  @Column("uuid", { nullable: true }) rateId: string | null;
  @BelongsTo(() => Rate, "rate_id", "fk_charge_rate") rate: Relation<Rate> | null;
  @Column("uuid", { nullable: true }) rateVersionId: string | null;
  @Column("uuid", { nullable: true }) bindingId: string | null;
  @Column("uuid", { nullable: true }) runId: string | null;
  @BelongsTo(() => ChargeRun, "run_id", "fk_charge_run") run: Relation<ChargeRun> | null;
  /** The batch it was entered with, or what it stands for was: for many rooms, or from a workbook (BIL-146). */
  @Column("uuid", { nullable: true }) batchId: string | null;
  @BelongsTo(() => ChargeBatch, "batch_id", "fk_charge_batch") batch: Relation<ChargeBatch> | null;
  /** ChargeSource */
  @Column("text") source: string;
  /** Service month, YYYY-MM. */
  @Column("text") period: string;
  /** Month it was booked in, YYYY-MM: it counts as receivable of that month. */
  @Column("text") bookedPeriod: string;
  @Column("date") serviceFrom: string;
  @Column("date") serviceTo: string;
  /** m², households or pieces. */
  @Column("numeric", { precision: 14, scale: 4, nullable: true }) quantity: string | null;
  /** Yuan per unit and month. */
  @Column("numeric", { precision: 14, scale: 6, nullable: true }) unitPrice: string | null;
  @Column("bigint") amountFen: number;
  /** Waived and adjusted away. */
  @Column("bigint") reducedFen: number;
  @Column("bigint") receivedFen: number;
  /** Offset by prepayments. */
  @Column("bigint") offsetFen: number;
  @Column("bigint") reversedFen: number;
  /** Still owed: amount − reduced − received − offset − reversed, checked by the database. */
  @Column("bigint") openFen: number;
  @Column("date") dueOn: string;
  /** Booking day of the last receipt that settled some of it and was not reversed. */
  @Column("date", { nullable: true }) lastReceivedOn: string | null;
  /** The direct debit batch it is out with: nobody else takes it meanwhile (BIL-101). */
  @Column("uuid", { nullable: true }) debitBatchId: string | null;
  /**
   * First day of the new situation that it was cut at, or passed on in (过户、拆分、合并、提前终止): its days were issued anew
   * then. What opens again of it later, by a red receipt, is owed for the days before; so is what is issued in that one's
   * place, which has the day of it.
   */
  @Column("date", { nullable: true }) cutOn: string | null;
  /** How the amount came about, as data (see pricing/). */
  @Column("jsonb", { nullable: true }) trace: object | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** Issued in place of another: until this day late fees were booked on that one, and are not counted again. */
  @Column("date", { nullable: true }) lateBookedTo: string | null;
  /** How much was booked until then, as far as it goes with this charge: it counts towards its cap. */
  @Column("bigint", { nullable: true }) lateBookedFen: number | null;
  /** Of a late fee (违约金): the overdue charge it accrued on. */
  @Column("uuid", { nullable: true }) principalId: string | null;
  @BelongsTo(() => Charge, "principal_id", "fk_charge_principal") principal: Relation<Charge> | null;
}
