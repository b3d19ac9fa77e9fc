import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { ChargeObject } from "../objects/charge-object.entity.js";
import { Opening } from "./opening.entity.js";

/**
 * One row of the workbook. What it becomes in the ledger (a charge, a deposit, the entry that paid it) has its id. Of
 * payment history the row itself is what is read later.
 */
@Entity("opening_row")
@Index("ix_opening_row_opening", ["projectId", "openingId", "id"])
@Index("ix_opening_row_room", ["projectId", "roomId", "kind", "paidOn"])
export class OpeningRow extends BusinessRow {
  @Column("uuid") openingId: string;
  @BelongsTo(() => Opening, "opening_id", "fk_opening_row_opening") opening: Relation<Opening>;
  /** OpeningRowKind */
  @Column("text") kind: string;
  @Column("text") sheet: string;
  @Column("int") rowNo: number;
  /** As the file has it. */
  @Column("text", { nullable: true }) roomCode: string | null;
  @Column("uuid", { nullable: true }) roomId: string | null;
  @BelongsTo(() => Room, "room_id", "fk_opening_row_room") room: Relation<Room> | null;
  @Column("uuid", { nullable: true }) customerId: string | null;
  @BelongsTo(() => Customer, "customer_id", "fk_opening_row_customer") customer: Relation<Customer> | null;
  /** As the file has it. */
  @Column("text", { nullable: true }) feeItemName: string | null;
  @Column("uuid", { nullable: true }) feeItemId: string | null;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_opening_row_fee_item") feeItem: Relation<FeeItem> | null;
  /** Days it serves, both included. */
  @Column("date", { nullable: true }) fromOn: string | null;
  @Column("date", { nullable: true }) toOn: string | null;
  @Column("date", { nullable: true }) dueOn: string | null;
  /** When it was paid: of deposits and payment history. */
  @Column("date", { nullable: true }) paidOn: string | null;
  /** Owed, held, or of payment history what was due. */
  @Column("bigint", { nullable: true }) amountFen: number | null;
  /** Of payment history: what was paid. */
  @Column("bigint", { nullable: true }) paidFen: number | null;
  /** Number of the old receipt. */
  @Column("text", { nullable: true }) documentNo: string | null;
  /** DepositObject */
  @Column("text", { nullable: true }) object: string | null;
  /** What arrears are for beside the room, as the file has it (BIL-05). */
  @Column("text", { nullable: true }) chargeObject: string | null;
  @Column("uuid", { nullable: true }) objectId: string | null;
  @BelongsTo(() => ChargeObject, "object_id", "fk_opening_row_object") chargedFor: Relation<ChargeObject> | null;
  @Column("text", { nullable: true }) cycle: string | null;
  @Column("text", { nullable: true }) cashier: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** Why it cannot be posted. */
  @Column("text", { nullable: true }) fault: string | null;
}
