import type { RoomSelectionDto } from "@linli/contracts";
import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { Meter } from "../meters/meter.entity.js";

/** The share agreed for a room, per cent. */
export interface Ratio {
  roomId: string;
  percent: string;
}

/** A public cost that rooms share month by month (分摊项目, BIL-24). */
@Entity("share_pool")
@Unique("uq_share_pool_name", ["projectId", "name"])
@Check("ck_share_pool_due_days", "due_days BETWEEN 0 AND 366")
export class SharePool extends BusinessRow {
  @Column("text") name: string;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_share_pool_fee_item") feeItem: Relation<FeeItem>;
  /** What the cost is for, published with the list (LAW-24). */
  @Column("text") purpose: string;
  /** ShareMethod */
  @Column("text") method: string;
  /** AreaKind, for method AREA. */
  @Column("text") areaKind: string;
  /** ShareSource */
  @Column("text") source: string;
  /** For sources USE and LOSS, the public meter the uses of a month are read from; null when they are typed. */
  @Column("uuid", { nullable: true }) meterId: string | null;
  @BelongsTo(() => Meter, "meter_id", "fk_share_pool_meter") meter: Relation<Meter> | null;
  /** MeterKind: for method USE, the room meters whose readings of the month are the uses; null when they are typed. */
  @Column("text", { nullable: true }) useMeterKind: string | null;
  /** Unit of the use. */
  @Column("text", { nullable: true }) unit: string | null;
  /** Which rooms; rooms named that were split or merged mean what they have become. */
  @Column("jsonb") rooms: RoomSelectionDto;
  @Column("uuid", { array: true }) excludedRoomIds: string[];
  /** ShareVacancy */
  @Column("text") vacancy: string;
  /** For method CUSTOM, adding up to 100. */
  @Column("jsonb") ratios: Ratio[];
  /** DueRule */
  @Column("text") dueRule: string;
  @Column("int") dueDays: number;
  @Column("text", { nullable: true }) legalBasis: string | null;
  /** First month it is computed for, YYYY-MM. */
  @Column("text") startsPeriod: string;
  @Column("boolean") active: boolean;
}
