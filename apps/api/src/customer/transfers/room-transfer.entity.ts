import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { Customer } from "../customer.entity.js";

/** A room that changes hands (房屋过户, SCN-07): a draft that several people may continue, then kept for ever. */
@Entity("room_transfer")
@Unique("uq_room_transfer_number", ["projectId", "number"])
@Index("uq_room_transfer_active", ["projectId", "roomId"], {
  unique: true,
  where: "status IN ('DRAFT', 'SETTLING', 'PENDING')",
})
@Index("ix_room_transfer_room", ["projectId", "roomId", "id"])
@Index("ix_room_transfer_status", ["projectId", "status", "id"])
@Check("ck_room_transfer_done", "status <> 'COMPLETED' OR (transfer_on IS NOT NULL AND completed_at IS NOT NULL)")
export class RoomTransfer extends BusinessRow {
  /** From the project's series, GH000001. */
  @Column("text") number: string;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_room_transfer_room") room: Relation<Room>;
  /** TransferStatus */
  @Column("text") status: string;
  /** Grows with every change; two editors do not overwrite each other. */
  @Column("int") version: number;
  /** First day of the new owners. */
  @Column("date", { nullable: true }) transferOn: string | null;
  /** TransferReason */
  @Column("text", { nullable: true }) reason: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** ArrearsHandling */
  @Column("text") arrears: string;
  /** PrepaymentHandling */
  @Column("text") prepayment: string;
  /** What was chosen for relations of the room: TransferRelationChoiceDto[]. */
  @Column("jsonb") relations: object[];
  /** TransferReadingDto[] */
  @Column("jsonb") readings: object[];
  /** TransferConfirmationInputDto[] */
  @Column("jsonb") confirmations: object[];
  @Column("uuid", { nullable: true }) payerCustomerId: string | null;
  @BelongsTo(() => Customer, "payer_customer_id", "fk_room_transfer_payer") payer: Relation<Customer> | null;
  /** Who the parties were on completion, by name: TransferPartiesRow. */
  @Column("jsonb", { nullable: true }) parties: object | null;
  /** What each module did on completion, by its key. */
  @Column("jsonb", { nullable: true }) results: object | null;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) completedAt: Date | null;
  @Column("text", { nullable: true }) completedByName: string | null;
  @Column("text", { nullable: true }) cancelReason: string | null;
}
