import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { Customer } from "../../customer/customer.entity.js";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { ParkingSpace } from "../parking-space.entity.js";
import { Vehicle } from "./vehicle.entity.js";

/** What a person is to a vehicle, for which room and space, from when to when (SCN-09). Ended, never deleted. */
@Entity("vehicle_relation")
@Index("ix_vehicle_relation_vehicle", ["projectId", "vehicleId"])
@Index("ix_vehicle_relation_customer", ["projectId", "customerId"])
@Index("ix_vehicle_relation_room", ["projectId", "roomId"])
@Index("ix_vehicle_relation_space", ["projectId", "spaceId"])
@Check("ck_vehicle_relation_dates", "ends_on IS NULL OR ends_on >= starts_on")
export class VehicleRelation extends BusinessRow {
  @Column("uuid") vehicleId: string;
  @BelongsTo(() => Vehicle, "vehicle_id", "fk_vehicle_relation_vehicle") vehicle: Relation<Vehicle>;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_vehicle_relation_customer") customer: Relation<Customer>;
  /** VehicleRole */
  @Column("text") role: string;
  /** VehicleRank */
  @Column("text") rank: string;
  /** VehicleKind */
  @Column("text") kind: string;
  @Column("uuid", { nullable: true }) roomId: string | null;
  @BelongsTo(() => Room, "room_id", "fk_vehicle_relation_room") room: Relation<Room>;
  @Column("uuid", { nullable: true }) spaceId: string | null;
  @BelongsTo(() => ParkingSpace, "space_id", "fk_vehicle_relation_space") space: Relation<ParkingSpace>;
  /** First day. */
  @Column("date") startsOn: string;
  /** Last day; null while it lasts. */
  @Column("date", { nullable: true }) endsOn: string | null;
  @Column("text", { nullable: true }) endReason: string | null;
}
