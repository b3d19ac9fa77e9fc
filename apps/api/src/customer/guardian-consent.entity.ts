import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { Room } from "../property/room.entity.js";
import { Customer } from "./customer.entity.js";

/** A guardian's consent to keeping the data of a child under 14 (监护人同意, LAW-33, SCN-02). Append-only. */
@Entity("guardian_consent")
@Index("ix_guardian_consent_child", ["projectId", "childId", "id"])
@Index("ix_guardian_consent_guardian", ["projectId", "guardianId"])
export class GuardianConsent extends BusinessRow {
  @Column("uuid") childId: string;
  @BelongsTo(() => Customer, "child_id", "fk_guardian_consent_child") child: Relation<Customer>;
  /** An adult of the same room. */
  @Column("uuid") guardianId: string;
  @BelongsTo(() => Customer, "guardian_id", "fk_guardian_consent_guardian") guardian: Relation<Customer>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_guardian_consent_room") room: Relation<Room>;
  @Column("date") givenOn: string;
  /** ConsentWay */
  @Column("text") way: string;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
}
