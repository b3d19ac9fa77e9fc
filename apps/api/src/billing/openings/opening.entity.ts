import { Check, Column, Entity, Index, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** One import of opening balances (期初余额) or payment history (历史缴费) from the list of the system used before. */
@Entity("opening")
@Unique("uq_opening_no", ["projectId", "openingNo"])
@Index("uq_opening_file", ["projectId", "kind", "sha256"], { unique: true, where: "status IN ('POSTING', 'POSTED')" })
@Check("ck_opening_posted", "(status IN ('POSTED', 'REVERSED')) = (posted_at IS NOT NULL)")
export class Opening extends ProjectRow {
  /** QC000001, drawn when it is posted. */
  @Column("text", { nullable: true }) openingNo: string | null;
  /** OpeningKind */
  @Column("text") kind: string;
  /** OpeningStatus */
  @Column("text") status: string;
  @Column("text") fileName: string;
  /** Of the workbook: the same file is posted once as each kind. */
  @Column("text") sha256: string;
  /** The cut-over (启用日期): the first day of the first month of account. */
  @Column("date") cutOverOn: string;
  @Column("int") rowCount: number;
  /** Sheets of the workbook that were not read. */
  @Column("text", { array: true }) otherSheets: string[];
  /** How it is, or was, posted: PostOpeningDto. */
  @Column("jsonb", { nullable: true }) options: Record<string, unknown> | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) postedAt: Date | null;
  @Column("uuid", { nullable: true }) postedBy: string | null;
  @Column("text", { nullable: true }) postedByName: string | null;
  @Column("timestamptz", { nullable: true }) reversedAt: Date | null;
  @Column("text", { nullable: true }) reversedByName: string | null;
  @Column("text", { nullable: true }) reversalReason: string | null;
  /** The request for a second person's signature under the tie-out. */
  @Column("uuid", { nullable: true }) approvalId: string | null;
}
