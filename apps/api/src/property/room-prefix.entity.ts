import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** Letters the company issued for the front of room codes in this project (PRP-04). */
@Entity("room_prefix")
@Unique("uq_room_prefix", ["projectId", "prefix"])
export class RoomPrefix extends ProjectRow {
  /** Capital letters, e.g. CH. */
  @Column("text") prefix: string;
  @Column("text", { nullable: true }) remark: string | null;
}
