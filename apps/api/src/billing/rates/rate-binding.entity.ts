import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { ChargeObject } from "../objects/charge-object.entity.js";
import { Rate } from "./rate.entity.js";

/**
 * A rate holds for a room, or for a thing whose charges the room pays, from a day to a day (BIL-05). Bindings of one item
 * on one room, or on one thing, never overlap.
 */
@Entity("rate_binding")
@Index("ix_rate_binding_room", ["projectId", "roomId", "feeItemId"])
@Index("ix_rate_binding_object", ["projectId", "objectId", "feeItemId"], { where: "object_id IS NOT NULL" })
@Index("ix_rate_binding_rate", ["projectId", "rateId"])
@Check("ck_rate_binding_dates", "ends_on IS NULL OR ends_on >= starts_on")
export class RateBinding extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_rate_binding_room") room: Relation<Room>;
  /** What it holds for beside the room, e.g. a parking space; null for the room itself. */
  @Column("uuid", { nullable: true }) objectId: string | null;
  @BelongsTo(() => ChargeObject, "object_id", "fk_rate_binding_object") object: Relation<ChargeObject> | null;
  @Column("uuid") rateId: string;
  @BelongsTo(() => Rate, "rate_id", "fk_rate_binding_rate") rate: Relation<Rate>;
  /** The rate's fee item, kept here so that the database can find overlaps. */
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_rate_binding_fee_item") feeItem: Relation<FeeItem>;
  @Column("date") startsOn: string;
  @Column("date", { nullable: true }) endsOn: string | null;
  /** Number of households or pieces; null takes 1 or the area. */
  @Column("numeric", { precision: 14, scale: 4, nullable: true }) quantity: string | null;
  /** Price agreed for this binding only, yuan; with a reason. */
  @Column("numeric", { precision: 14, scale: 6, nullable: true }) unitPrice: string | null;
  @Column("text", { nullable: true }) overrideReason: string | null;
}
