import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { MeterReading } from "./meter-reading.entity.js";

/**
 * A reading was billed with a charge. Append-only: a reading is free again once the charge is taken back as a whole.
 */
@Entity("meter_charge")
@Index("ix_meter_charge_reading", ["projectId", "readingId"])
@Index("ix_meter_charge_charge", ["projectId", "chargeId"])
export class MeterCharge extends BusinessRow {
  @Column("uuid") readingId: string;
  @BelongsTo(() => MeterReading, "reading_id", "fk_meter_charge_reading") reading: Relation<MeterReading>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_meter_charge_charge") charge: Relation<Charge>;
}
