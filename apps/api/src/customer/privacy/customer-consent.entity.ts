import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";
import { PrivacyNotice } from "./privacy-notice.entity.js";

/** A notice given to a customer, or his consent to a purpose given or withdrawn (LAW-31, LAW-32). Append-only. */
@Entity("customer_consent")
@Index("ix_customer_consent_customer", ["projectId", "customerId", "id"])
@Check("ck_customer_consent_what", "(purpose IS NULL) = (notice_id IS NOT NULL)")
export class CustomerConsent extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_customer_consent_customer") customer: Relation<Customer>;
  /** ConsentPurpose; null when a notice was given. */
  @Column("text", { nullable: true }) purpose: string | null;
  /** ConsentAction */
  @Column("text") action: string;
  @Column("uuid", { nullable: true }) noticeId: string | null;
  @BelongsTo(() => PrivacyNotice, "notice_id", "fk_customer_consent_notice") notice: Relation<PrivacyNotice> | null;
  /** The day it was given or withdrawn. */
  @Column("date") givenOn: string;
  /** ConsentWay */
  @Column("text") way: string;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
}
