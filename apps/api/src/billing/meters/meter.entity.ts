import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";
import { Building } from "../../property/building.entity.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/**
 * A meter (表具, BIL-20): in a room, or public of a building or of the project. One row is one device: a replaced meter
 * stays with its readings, and the new one names it.
 */
@Entity("meter")
@Index("uq_meter_no", ["projectId", "kind", "no"], { unique: true, where: "removed_on IS NULL" })
@Index("ix_meter_room", ["projectId", "roomId", "feeItemId"])
@Index("ix_meter_building", ["projectId", "buildingId"])
@Index("ix_meter_parent", ["projectId", "parentId"])
@Index("ix_meter_replaces", ["projectId", "replacesId"])
@Check("ck_meter_place", "room_id IS NULL OR building_id IS NULL")
@Check("ck_meter_digits", "digits BETWEEN 1 AND 10")
@Check("ck_meter_multiplier", "multiplier > 0")
@Check("ck_meter_dates", "removed_on IS NULL OR removed_on >= installed_on")
export class Meter extends ProjectRow {
  /** Number on the device. */
  @Column("text") no: string;
  /** MeterKind */
  @Column("text") kind: string;
  @Column("uuid", { nullable: true }) roomId: string | null;
  @BelongsTo(() => Room, "room_id", "fk_meter_room") room: Relation<Room> | null;
  @Column("uuid", { nullable: true }) buildingId: string | null;
  @BelongsTo(() => Building, "building_id", "fk_meter_building") building: Relation<Building> | null;
  /** What its use is billed as; null for one that is only read. */
  @Column("uuid", { nullable: true }) feeItemId: string | null;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_meter_fee_item") feeItem: Relation<FeeItem> | null;
  @Column("text", { nullable: true }) position: string | null;
  @Column("text", { nullable: true }) route: string | null;
  @Column("int") digits: number;
  @Column("numeric", { precision: 12, scale: 4 }) multiplier: string;
  @Column("boolean") reverse: boolean;
  @Column("date") installedOn: string;
  @Column("numeric", { precision: 15, scale: 3 }) startReading: string;
  /** Use of the year of installation before this system, for tiers by year. */
  @Column("numeric", { precision: 15, scale: 3 }) openingUse: string;
  @Column("date", { nullable: true }) removedOn: string | null;
  /** The master meter in front of it (BIL-25). */
  @Column("uuid", { nullable: true }) parentId: string | null;
  @BelongsTo(() => Meter, "parent_id", "fk_meter_parent") parent: Relation<Meter> | null;
  @Column("uuid", { nullable: true }) replacesId: string | null;
  @BelongsTo(() => Meter, "replaces_id", "fk_meter_replaces") replaces: Relation<Meter> | null;
  @Column("text", { nullable: true }) remark: string | null;
}
