import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { Opening } from "./opening.entity.js";

/**
 * A fee item of a room was paid up to a day before this system (已缴至): runs bill from the day after. It counts while its
 * import stands; of several the last day. Append-only.
 */
@Entity("paid_through")
@Unique("uq_paid_through", ["projectId", "openingId", "roomId", "feeItemId"])
@Index("ix_paid_through_room", ["projectId", "roomId"])
export class PaidThrough extends BusinessRow {
  @Column("uuid") openingId: string;
  @BelongsTo(() => Opening, "opening_id", "fk_paid_through_opening") opening: Relation<Opening>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_paid_through_room") room: Relation<Room>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_paid_through_fee_item") feeItem: Relation<FeeItem>;
  @Column("date") paidTo: string;
}
