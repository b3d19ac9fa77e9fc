import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { LateFeeScheme } from "./late-fee-scheme.entity.js";

/** The rate of a scheme from a day on, until the next one. Append-only. */
@Entity("late_fee_rate")
@Unique("uq_late_fee_rate", ["projectId", "schemeId", "startsOn"])
@Check("ck_late_fee_rate", "rate > 0 AND rate <= 0.3")
export class LateFeeRate extends BusinessRow {
  @Column("uuid") schemeId: string;
  @BelongsTo(() => LateFeeScheme, "scheme_id", "fk_late_fee_rate_scheme") scheme: Relation<LateFeeScheme>;
  @Column("date") startsOn: string;
  /** Share of the open principal per day or month, as the unit of the scheme says. */
  @Column("numeric", { precision: 12, scale: 8 }) rate: string;
}
