import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** A telephone of a customer. The customer's own columns repeat the numbers for searches and prints; customer-phones.ts keeps both alike. */
@Entity("customer_phone")
@Unique("uq_customer_phone_number", ["projectId", "customerId", "number"])
@Index("uq_customer_phone_main", ["projectId", "customerId"], { unique: true, where: "is_main" })
@Index("ix_customer_phone_number", ["projectId", "number"])
@Check("ck_customer_phone_verified", "(verified_on IS NULL) = (verified_how IS NULL)")
export class CustomerPhone extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_customer_phone_customer") customer: Relation<Customer>;
  /** PhoneKind */
  @Column("text") kind: string;
  @Column("text") number: string;
  @Column("text", { nullable: true }) label: string | null;
  @Column("boolean") isMain: boolean;
  @Column("date", { nullable: true }) verifiedOn: string | null;
  @Column("uuid", { nullable: true }) verifiedBy: string | null;
  @Column("text", { nullable: true }) verifiedByName: string | null;
  /** PhoneCheck */
  @Column("text", { nullable: true }) verifiedHow: string | null;
}
