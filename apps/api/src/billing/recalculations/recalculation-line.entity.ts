import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { Recalculation } from "./recalculation.entity.js";

/** A bill of a difference, as it was issued or as it would be. */
export interface RecalculatedBill {
  /** Null while it is only proposed. */
  chargeId: string | null;
  serviceFrom: string;
  serviceTo: string;
  payerId: string | null;
  amountFen: number;
  /** What a vacancy takes off. */
  reducedFen: number;
  /** What discounts of the run take off; absent in lists made before they were recalculated. */
  discountFen?: number;
  /** What waivers take off; absent as above. */
  waivedFen?: number;
  trace: PriceTrace | null;
}

/** One difference of a recalculation: bills of a room, item and month whose days belong together. */
@Entity("recalculation_line")
@Index("ix_recalculation_line", ["projectId", "recalculationId", "id"])
export class RecalculationLine extends BusinessRow {
  @Column("uuid") recalculationId: string;
  @BelongsTo(() => Recalculation, "recalculation_id", "fk_recalculation_line_recalculation")
  recalculation: Relation<Recalculation>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_recalculation_line_room") room: Relation<Room>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_recalculation_line_item") feeItem: Relation<FeeItem>;
  @Column("text") period: string;
  @Column("date") serviceFrom: string;
  @Column("date") serviceTo: string;
  @Column("bigint") oldFen: number;
  @Column("bigint") newFen: number;
  /** Late fees booked on the bills. */
  @Column("bigint") lateFeeFen: number;
  /** RecalculationCause */
  @Column("text", { array: true }) causes: string[];
  /** RecalculationObstacle; null for what can be recalculated. */
  @Column("text", { nullable: true }) obstacle: string | null;
  /** The bills as they were issued, in order of their days. */
  @Column("uuid", { array: true }) chargeIds: string[];
  @Column("jsonb") before: RecalculatedBill[];
  @Column("jsonb") after: RecalculatedBill[];
  /** What must come out again when it is approved. */
  @Column("text") print: string;
  /** Null before it was approved. */
  @Column("boolean", { nullable: true }) applied: boolean | null;
  /** RecalculationObstacle that came after the request. */
  @Column("text", { nullable: true }) leftOut: string | null;
}
