import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "./charge.entity.js";

/**
 * A charge in whose place another was issued: it was corrected, cut for the same payer, restored, or its debt assumed by
 * somebody else. Every charge names all that came before it, so that what was done about the debt is found in one step.
 * Append-only.
 */
@Entity("charge_origin")
@Index("uq_charge_origin", ["projectId", "chargeId", "originId"], { unique: true })
@Index("ix_charge_origin_origin", ["projectId", "originId"])
export class ChargeOrigin extends BusinessRow {
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_charge_origin_charge") charge: Relation<Charge>;
  @Column("uuid") originId: string;
  @BelongsTo(() => Charge, "origin_id", "fk_charge_origin_origin") origin: Relation<Charge>;
}
