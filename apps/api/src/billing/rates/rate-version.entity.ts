import type { RateTierDto } from "@linli/contracts";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { LateFeeScheme } from "../late-fees/late-fee-scheme.entity.js";
import { Rate } from "./rate.entity.js";

/** The price of a rate from a day to a day, and by which scheme what it bills bears late fees. Versions of a rate never overlap; one that was billed is never edited. */
@Entity("rate_version")
@Index("uq_rate_version_start", ["projectId", "rateId", "startsOn"], { unique: true })
@Check("ck_rate_version_dates", "ends_on IS NULL OR ends_on >= starts_on")
@Check("ck_rate_version_amounts", "unit_price >= 0 AND surcharge >= 0")
@Check("ck_rate_version_late_fee", "(late_fee = 'SCHEME') = (late_fee_scheme_id IS NOT NULL)")
export class RateVersion extends BusinessRow {
  @Column("uuid") rateId: string;
  @BelongsTo(() => Rate, "rate_id", "fk_rate_version_rate") rate: Relation<Rate>;
  /** First day. */
  @Column("date") startsOn: string;
  /** Last day; null while it lasts. */
  @Column("date", { nullable: true }) endsOn: string | null;
  /** Yuan per unit (m², household, piece) and month. */
  @Column("numeric", { precision: 14, scale: 6 }) unitPrice: string;
  /** 附加费: yuan per object and month on top (area × price + surcharge). */
  @Column("numeric", { precision: 14, scale: 4 }) surcharge: string;
  /** 阶梯 of a METERED rate (BIL-21); null where every unit costs the same. */
  @Column("jsonb", { nullable: true }) tiers: RateTierDto[] | null;
  /** People of a household that the tiers are made for. */
  @Column("int", { nullable: true }) basePersons: number | null;
  /** RateLateFee: of charges billed at this price (BIL-04). */
  @Column("text", { default: "ITEM" }) lateFee: string;
  @Column("uuid", { nullable: true }) lateFeeSchemeId: string | null;
  @BelongsTo(() => LateFeeScheme, "late_fee_scheme_id", "fk_rate_version_late_fee")
  lateFeeScheme: Relation<LateFeeScheme> | null;
}
