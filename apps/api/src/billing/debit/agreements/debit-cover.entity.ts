import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Room } from "../../../property/room.entity.js";
import { FeeItem } from "../../fee-items/fee-item.entity.js";
import { DebitAgreement } from "./debit-agreement.entity.js";

/** A room and an item an agreement pays for. Of an agreement in force, the database lets in one per room and item. */
@Entity("debit_cover")
@Unique("uq_debit_cover", ["projectId", "agreementId", "roomId", "feeItemId"])
@Index("uq_debit_cover_in_force", ["projectId", "roomId", "feeItemId"], { unique: true, where: "in_force" })
@Index("ix_debit_cover_room", ["projectId", "roomId"])
export class DebitCover extends BusinessRow {
  @Column("uuid") agreementId: string;
  @BelongsTo(() => DebitAgreement, "agreement_id", "fk_debit_cover_agreement") agreement: Relation<DebitAgreement>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_debit_cover_room") room: Relation<Room>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_debit_cover_fee_item") feeItem: Relation<FeeItem>;
  /** The agreement is 有效. */
  @Column("boolean") inForce: boolean;
}
