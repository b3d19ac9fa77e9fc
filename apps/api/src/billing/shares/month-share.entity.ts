import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Meter } from "../meters/meter.entity.js";
import { SharePool } from "./share-pool.entity.js";

/** What a room used, in the unit of the pool. */
export interface RoomUse {
  roomId: string;
  use: string;
}

/** A month of a pool: the amount entered and, once confirmed, what it was shared by (BIL-24). */
@Entity("month_share")
@Unique("uq_month_share", ["projectId", "poolId", "period"])
@Check("ck_month_share_confirmed", "(status = 'CONFIRMED') = (confirmed_at IS NOT NULL)")
@Check("ck_month_share_amount", "amount_fen >= 0")
export class MonthShare extends BusinessRow {
  @Column("uuid") poolId: string;
  @BelongsTo(() => SharePool, "pool_id", "fk_month_share_pool") pool: Relation<SharePool>;
  /** YYYY-MM */
  @Column("text") period: string;
  /** ShareStatus: DRAFT or CONFIRMED. */
  @Column("text") status: string;
  /** The public meter of the month that the uses were read from; null when they were typed. */
  @Column("uuid", { nullable: true }) meterId: string | null;
  @BelongsTo(() => Meter, "meter_id", "fk_month_share_meter") meter: Relation<Meter> | null;
  @Column("numeric", { precision: 16, scale: 4, nullable: true }) use: string | null;
  @Column("numeric", { precision: 16, scale: 4, nullable: true }) masterUse: string | null;
  @Column("numeric", { precision: 16, scale: 4, nullable: true }) subUse: string | null;
  /** Yuan per unit of use. */
  @Column("numeric", { precision: 14, scale: 6, nullable: true }) unitPrice: string | null;
  @Column("jsonb") roomUses: RoomUse[];
  /** What is shared; 0 for a loss that is none. */
  @Column("bigint") amountFen: number;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") enteredBy: string;
  @Column("text") enteredByName: string;
  /** ShareMethod at confirmation. */
  @Column("text", { nullable: true }) method: string | null;
  /** AreaKind at confirmation. */
  @Column("text", { nullable: true }) areaKind: string | null;
  /** MeterKind: at confirmation, the room meters whose readings were the weights; null when they were not read. */
  @Column("text", { nullable: true }) useMeterKind: string | null;
  /** Sum of the weights at confirmation. */
  @Column("numeric", { precision: 20, scale: 6, nullable: true }) base: string | null;
  @Column("uuid", { nullable: true }) confirmedBy: string | null;
  @Column("text", { nullable: true }) confirmedByName: string | null;
  @Column("timestamptz", { nullable: true }) confirmedAt: Date | null;
}
