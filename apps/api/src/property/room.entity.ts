import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import type { AttributeValues } from "./attributes/attribute-values.js";
import { Unit } from "./unit.entity.js";

/** Fourth level of the directory: a room (PRP-08). */
@Entity("room")
@Unique("uq_room_code", ["projectId", "code"])
@Index("ix_room_attributes", ["attributes"], { type: "gin", where: "attributes <> '{}'" })
@Index("ix_room_unit", ["projectId", "unitId", "floor", "code"])
// a room whose split or merge was restored ends the day before it began: it never lived
@Check("ck_room_life", "ended_on IS NULL OR starts_on IS NULL OR ended_on >= starts_on - 1")
@Check("ck_room_areas", "building_area >= 0 AND charge_area >= 0")
export class Room extends BusinessRow {
  @Column("uuid") unitId: string;
  @BelongsTo(() => Unit, "unit_id", "fk_room_unit") unit: Relation<Unit>;
  /** 房间代码, unique in the project. */
  @Column("text") code: string;
  /** 房间名称 */
  @Column("text") name: string;
  @Column("int") floor: number;
  /** Areas of today in m², up to 4 places; those of other days are RoomAreaVersion rows. */
  @Column("numeric", { precision: 12, scale: 4 }) buildingArea: string;
  @Column("numeric", { precision: 12, scale: 4 }) chargeArea: string;
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) innerArea: string | null;
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) usableArea: string | null;
  /** 户型, e.g. 三室两厅. */
  @Column("text", { nullable: true }) layout: string | null;
  /** Orientation */
  @Column("text", { nullable: true }) orientation: string | null;
  /** RoomPurpose */
  @Column("text") purpose: string;
  /** RoomState */
  @Column("text") state: string;
  /** Day of the notice to take the room over (交房通知): with it the start of charging may begin (BIL-14). */
  @Column("date", { nullable: true }) handoverNoticedOn: string | null;
  @Column("date", { nullable: true }) handedOverOn: string | null;
  @Column("date", { nullable: true }) movedInOn: string | null;
  /** First day of a room that came from a split or merge; null for one that was always there. */
  @Column("date", { nullable: true }) startsOn: string | null;
  /** Last day of a room that was split or merged away; it stays for its history (SCN-08). */
  @Column("date", { nullable: true }) endedOn: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** Mandatory fields an import left empty; forms demand them. */
  @Column("text", { array: true }) incomplete: string[];
  @Column("boolean") active: boolean;
  /** User-defined values by the id of their definition. */
  @Column("jsonb", { default: {} }) attributes: AttributeValues;
}
