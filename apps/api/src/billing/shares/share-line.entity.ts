import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { MonthShare } from "./month-share.entity.js";

/** What a room bears of a confirmed month. One room shares in one fee item once a month: nothing is billed twice. */
@Entity("share_line")
@Unique("uq_share_line_room", ["projectId", "roomId", "period", "feeItemId"])
@Index("ix_share_line_share", ["projectId", "shareId"])
export class ShareLine extends BusinessRow {
  @Column("uuid") shareId: string;
  @BelongsTo(() => MonthShare, "share_id", "fk_share_line_share") share: Relation<MonthShare>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_share_line_room") room: Relation<Room>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_share_line_fee_item") feeItem: Relation<FeeItem>;
  /** YYYY-MM */
  @Column("text") period: string;
  /** What the room shares by: m², households, people, use or per cent. */
  @Column("numeric", { precision: 18, scale: 6 }) weight: string;
  @Column("bigint") amountFen: number;
  /** The fen of the remainder it got: 0 or 1. */
  @Column("int") remainderFen: number;
  /** Not billed: the property company bears it. */
  @Column("boolean") borne: boolean;
}
