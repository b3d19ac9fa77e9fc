import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";

/** A statement or a use of the maintenance fund (BIL-130). Append-only: what is wrong is taken back in red. */
@Entity("fund_document")
@Unique("uq_fund_document_reversal", ["projectId", "reversalOf"])
@Index("ix_fund_document_day", ["projectId", "bookedOn", "id"])
@Check("ck_fund_document_use", "(kind = 'USE') = (decided_on IS NOT NULL)")
export class FundDocument extends BusinessRow {
  /** FundDocumentKind */
  @Column("text") kind: string;
  @Column("text") title: string;
  /** Of a statement the day up to which it was drawn up, of a use the day it was paid. */
  @Column("date") bookedOn: string;
  /** The month whose seal holds it: that of `bookedOn`, or the first open one where that was closed when it was written. */
  @Column("text") period: string;
  /** The day the owners decided on a use. */
  @Column("date", { nullable: true }) decidedOn: string | null;
  /** Of a use: the buildings it was shared in. */
  @Column("text", { nullable: true }) scope: string | null;
  @Column("text", { nullable: true }) party: string | null;
  @Column("text", { nullable: true }) referenceNo: string | null;
  @Column("uuid", { nullable: true }) reversalOf: string | null;
  @BelongsTo(() => FundDocument, "reversal_of", "fk_fund_document_reversal") original: Relation<FundDocument> | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
  /** Hash of the request: the same id with other content is refused. */
  @Column("text") requestHash: string;
}
