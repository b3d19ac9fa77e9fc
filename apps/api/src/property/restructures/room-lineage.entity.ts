import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../room.entity.js";
import { RoomRestructure } from "./room-restructure.entity.js";

/**
 * Which room came from which (GAP-03). Children are always made by the restructure itself, so no circle can arise.
 * Append-only: a restored restructure keeps its rows, its state says that they no longer count.
 */
@Entity("room_lineage")
@Unique("uq_room_lineage", ["projectId", "childId", "parentId"])
@Index("ix_room_lineage_parent", ["projectId", "parentId"])
@Check("ck_room_lineage_self", "parent_id <> child_id")
export class RoomLineage extends BusinessRow {
  @Column("uuid") restructureId: string;
  @BelongsTo(() => RoomRestructure, "restructure_id", "fk_room_lineage_restructure")
  restructure: Relation<RoomRestructure>;
  @Column("uuid") parentId: string;
  @BelongsTo(() => Room, "parent_id", "fk_room_lineage_parent") parent: Relation<Room>;
  @Column("uuid") childId: string;
  @BelongsTo(() => Room, "child_id", "fk_room_lineage_child") child: Relation<Room>;
}
