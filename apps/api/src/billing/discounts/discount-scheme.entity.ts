import { Check, Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";

/** A discount for paying many months at once (优惠方案, BIL-40). Once given its terms stay as they are. */
@Entity("discount_scheme")
@Unique("uq_discount_scheme_name", ["projectId", "name"])
@Check("ck_discount_scheme_days", "ends_on IS NULL OR ends_on >= starts_on")
@Check(
  "ck_discount_scheme_benefit",
  "(benefit = 'PERCENT') = (percent IS NOT NULL) AND (benefit = 'AMOUNT') = (amount_fen IS NOT NULL) AND (benefit = 'FREE_MONTHS') = (free_months IS NOT NULL)",
)
export class DiscountScheme extends BusinessRow {
  @Column("text") name: string;
  /** DiscountGivenAt */
  @Column("text", { default: "PAYMENT" }) givenAt: string;
  @Column("integer") months: number;
  /** DiscountBenefit */
  @Column("text") benefit: string;
  @Column("numeric", { precision: 5, scale: 2, nullable: true }) percent: string | null;
  @Column("bigint", { nullable: true }) amountFen: number | null;
  @Column("integer", { nullable: true }) freeMonths: number | null;
  /** Only where the room has nothing overdue by more than so many days. */
  @Column("integer", { nullable: true }) maxArrearsDays: number | null;
  @Column("date") startsOn: string;
  @Column("date", { nullable: true }) endsOn: string | null;
  /** Who bears it and owes what is given (BIL-43); null when it is the company's loss. */
  @Column("uuid", { nullable: true }) bearerId: string | null;
  @BelongsTo(() => Customer, "bearer_id", "fk_discount_scheme_bearer") bearer: Relation<Customer> | null;
  @Column("boolean") stackable: boolean;
  @Column("boolean") active: boolean;
}
