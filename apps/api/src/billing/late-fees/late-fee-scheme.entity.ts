import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/** How late fees (违约金) accrue on some fee items, or on what standards bill that chose it (BIL-04, BIL-50, BIL-51). */
@Entity("late_fee_scheme")
@Unique("uq_late_fee_scheme_name", ["projectId", "name"])
@Check("ck_late_fee_scheme_grace", "grace_days BETWEEN 0 AND 365")
@Check("ck_late_fee_scheme_cap", "cap_share IS NULL OR cap_share > 0")
export class LateFeeScheme extends ProjectRow {
  @Column("text") name: string;
  /** The one-off item that late fees are booked under. */
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_late_fee_scheme_fee_item") feeItem: Relation<FeeItem>;
  /** LateFeeUnit; never changed. */
  @Column("text", { default: "DAY" }) unit: string;
  @Column("int") graceDays: number;
  /** GracePolicy */
  @Column("text") gracePolicy: string;
  /** Share of the principal; null for no cap. */
  @Column("numeric", { precision: 7, scale: 4, nullable: true }) capShare: string | null;
  /** Items collected for others bear late fees too (BIL-54). */
  @Column("boolean") collectedAllowed: boolean;
  @Column("boolean") active: boolean;
}
