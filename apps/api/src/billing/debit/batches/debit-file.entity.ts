import { Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DebitBatch } from "./debit-batch.entity.js";

/** A file that went to the bank or came from it, as it was; encrypted, for it is full of account numbers. Append-only. */
@Entity("debit_file")
@Unique("uq_debit_file_kind", ["projectId", "batchId", "kind"])
export class DebitFile extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => DebitBatch, "batch_id", "fk_debit_file_batch") batch: Relation<DebitBatch>;
  /** REQUEST or RETURN */
  @Column("text") kind: string;
  @Column("text") name: string;
  @Column("text") sha256: string;
  /** The content in base64, encrypted. */
  @Column("text") sealed: string;
}
