import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Room } from "../../../property/room.entity.js";

/** A contract under which a room pays for something of its own; rates are bound to it (BIL-05). */
@Entity("charge_contract")
@Unique("uq_charge_contract_number", ["projectId", "number"])
@Index("ix_charge_contract_room", ["projectId", "roomId"])
@Check("ck_charge_contract_dates", "ends_on IS NULL OR ends_on >= starts_on")
export class ChargeContract extends BusinessRow {
  /** 合同号 */
  @Column("text") number: string;
  @Column("text") name: string;
  /** The room whose account is charged. */
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_charge_contract_room") room: Relation<Room>;
  @Column("date") startsOn: string;
  /** Last day; null while it has no end. */
  @Column("date", { nullable: true }) endsOn: string | null;
}
