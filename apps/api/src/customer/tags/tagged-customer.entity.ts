import { Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { Customer } from "../customer.entity.js";
import { CustomerTag } from "./customer-tag.entity.js";

/** A customer carries a tag. */
@Entity("tagged_customer")
@Index("ix_tagged_customer_tag", ["projectId", "tagId", "customerId"])
export class TaggedCustomer {
  @PrimaryColumn("uuid") projectId: string;
  @PrimaryColumn("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_tagged_customer_customer") customer: Relation<Customer>;
  @PrimaryColumn("uuid") tagId: string;
  @BelongsTo(() => CustomerTag, "tag_id", "fk_tagged_customer_tag") tag: Relation<CustomerTag>;
}
