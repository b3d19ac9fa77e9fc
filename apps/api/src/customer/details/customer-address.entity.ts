import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** A further address of a customer, beside the postal and the registered one among his own columns. */
@Entity("customer_address")
@Index("ix_customer_address_customer", ["projectId", "customerId"])
export class CustomerAddress extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_customer_address_customer") customer: Relation<Customer>;
  /** AddressKind */
  @Column("text") kind: string;
  @Column("text") text: string;
}
