import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { ImportBatch } from "./import-batch.entity.js";

/** One row of the workbook and what would become, or became, of it. */
@Entity("import_row")
@Index("ix_import_row_batch", ["projectId", "batchId", "id"])
export class ImportRow extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => ImportBatch, "batch_id", "fk_import_row_batch") batch: Relation<ImportBatch>;
  @Column("text") sheet: string;
  @Column("int") rowNo: number;
  /** Kind of record, e.g. room, customer. */
  @Column("text") entity: string;
  /** What it is called, e.g. the room code. */
  @Column("text") key: string;
  /** ImportOutcome */
  @Column("text") outcome: string;
  @Column("jsonb") data: Record<string, unknown>;
  /** Sentences with severity, field and code. */
  @Column("jsonb") issues: object[];
}
