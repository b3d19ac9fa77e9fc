import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/** How a fee item is priced (收费标准, BIL-04). Its prices are dated versions. */
@Entity("rate")
@Unique("uq_rate_name", ["projectId", "feeItemId", "name"])
@Check("ck_rate_due_days", "due_days BETWEEN 0 AND 366")
export class Rate extends BusinessRow {
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_rate_fee_item") feeItem: Relation<FeeItem>;
  @Column("text") name: string;
  /** RateBase */
  @Column("text") base: string;
  /** AreaKind, for base AREA. */
  @Column("text") areaKind: string;
  /** For base FORMULA. */
  @Column("text", { nullable: true }) formula: string | null;
  /** Cycle; charges are kept per month line all the same (BIL-12). */
  @Column("text") cycle: string;
  /** CycleAnchor: January, or the month a binding begins. */
  @Column("text", { default: "NATURAL" }) cycleAnchor: string;
  /** Timing */
  @Column("text") timing: string;
  /** Proration (BIL-10). */
  @Column("text") proration: string;
  /** TierBasis, for METERED (BIL-21). */
  @Column("text", { nullable: true }) tierBasis: string | null;
  /** ChangePolicy (BIL-13). */
  @Column("text") changePolicy: string;
  /** RoundingMode (BIL-30). */
  @Column("text") roundingMode: string;
  /** RoundingUnit in yuan: 0.01, 0.1 or 1. */
  @Column("text") roundingUnit: string;
  /** DueRule */
  @Column("text") dueRule: string;
  /** The day or the number of days of the due rule. */
  @Column("int") dueDays: number;
  /** Fewest months a payer is asked to pay at a time, for information at the desk. */
  @Column("int", { nullable: true }) minimumMonths: number | null;
  /** Contract or filed price (LAW-14, LAW-20). */
  @Column("text", { nullable: true }) legalBasis: string | null;
  @Column("boolean") active: boolean;
}
