import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { Meter } from "./meter.entity.js";

/**
 * What a meter showed on a day. Append-only but for its state: a correction is a further row that takes its place
 * (BIL-23). The use is kept with what it was reckoned from, so that it never changes with the meter.
 */
@Entity("meter_reading")
@Index("uq_meter_reading_period", ["projectId", "meterId", "period"], {
  unique: true,
  where: "status = 'VALID' AND kind = 'REGULAR'",
})
@Index("uq_meter_reading_day", ["projectId", "meterId", "serviceTo"], { unique: true, where: "status = 'VALID'" })
@Index("ix_meter_reading_period", ["projectId", "period", "meterId"])
@Index("ix_meter_reading_room", ["projectId", "roomId", "period"])
@Check("ck_meter_reading_status", "(status = 'VALID') = (undone_at IS NULL)")
@Check("ck_meter_reading_use", "use >= 0")
export class MeterReading extends BusinessRow {
  @Column("uuid") meterId: string;
  @BelongsTo(() => Meter, "meter_id", "fk_meter_reading_meter") meter: Relation<Meter>;
  /** The room the meter stood in; its use is billed there even when the meter moves on. */
  @Column("uuid", { nullable: true }) roomId: string | null;
  @BelongsTo(() => Room, "room_id", "fk_meter_reading_room") room: Relation<Room> | null;
  /** ReadingKind */
  @Column("text") kind: string;
  /** Month that the use belongs to, YYYY-MM. */
  @Column("text") period: string;
  @Column("date") readOn: string;
  /** First and last day that the use covers; the last is the day of the reading, or the day before a transfer. */
  @Column("date") serviceFrom: string;
  @Column("date") serviceTo: string;
  @Column("numeric", { precision: 15, scale: 3 }) previous: string;
  @Column("numeric", { precision: 15, scale: 3 }) value: string;
  @Column("numeric", { precision: 12, scale: 4 }) multiplier: string;
  /** (value − previous) × multiplier, over the last number where that was confirmed. */
  @Column("numeric", { precision: 20, scale: 7 }) use: string;
  @Column("boolean") estimated: boolean;
  /** The reading before was estimated: this use makes up for it. */
  @Column("boolean") afterEstimate: boolean;
  @Column("boolean") rolledOver: boolean;
  /** ReadingAlert[] */
  @Column("jsonb") alerts: string[];
  /** Why it is right although it is unusual. */
  @Column("text", { nullable: true }) reason: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  /** ReadingStatus */
  @Column("text") status: string;
  @Column("text", { nullable: true }) undoReason: string | null;
  @Column("timestamptz", { nullable: true }) undoneAt: Date | null;
  @Column("uuid", { nullable: true }) undoneBy: string | null;
}
