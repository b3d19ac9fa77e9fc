import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** A person to talk to at a company. */
@Entity("customer_contact")
@Index("ix_customer_contact_customer", ["projectId", "customerId"])
@Index("uq_customer_contact_main", ["projectId", "customerId"], { unique: true, where: "is_main" })
@Check("ck_customer_contact_dates", "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on")
export class CustomerContact extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_customer_contact_customer") customer: Relation<Customer>;
  @Column("text") name: string;
  @Column("text", { nullable: true }) position: string | null;
  @Column("text", { nullable: true }) mobile: string | null;
  @Column("text", { nullable: true }) officePhone: string | null;
  @Column("text", { nullable: true }) email: string | null;
  @Column("boolean") isMain: boolean;
  @Column("date", { nullable: true }) startsOn: string | null;
  @Column("date", { nullable: true }) endsOn: string | null;
}
