import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** Somebody asks to see, copy, correct, delete or have explained his personal data (LAW-38). */
@Entity("privacy_request")
@Index("ix_privacy_request_due", ["projectId", "state", "dueOn", "id"])
@Index("ix_privacy_request_customer", ["projectId", "customerId"])
@Check("ck_privacy_request_closed", "(closed_at IS NOT NULL) = (state IN ('DONE', 'REJECTED'))")
@Check("ck_privacy_request_result", "closed_at IS NULL OR result IS NOT NULL")
export class PrivacyRequest extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_privacy_request_customer") customer: Relation<Customer>;
  /** RequestKind */
  @Column("text") kind: string;
  @Column("date") receivedOn: string;
  /** RequestWay */
  @Column("text") way: string;
  /** Requester */
  @Column("text") requester: string;
  @Column("text", { nullable: true }) requesterName: string | null;
  @Column("text") text: string;
  @Column("date") dueOn: string;
  /** RequestState */
  @Column("text") state: string;
  @Column("uuid", { nullable: true }) handlerId: string | null;
  @Column("text", { nullable: true }) handlerName: string | null;
  @Column("text", { nullable: true }) result: string | null;
  @Column("timestamptz", { nullable: true }) closedAt: Date | null;
}
