import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** Two entries of the same customer were made one (SCN-06). Keeps exactly what moved, so that it can be undone. */
@Entity("customer_merge")
@Index("ix_customer_merge_survivor", ["projectId", "survivorId", "id"])
@Index("ix_customer_merge_merged", ["projectId", "mergedId", "id"])
@Check("ck_customer_merge_pair", "survivor_id <> merged_id")
@Check("ck_customer_merge_undone", "(undone_at IS NULL) = (undo_reason IS NULL)")
export class CustomerMerge extends BusinessRow {
  @Column("uuid") survivorId: string;
  @BelongsTo(() => Customer, "survivor_id", "fk_customer_merge_survivor") survivor: Relation<Customer>;
  @Column("uuid") mergedId: string;
  @BelongsTo(() => Customer, "merged_id", "fk_customer_merge_merged") merged: Relation<Customer>;
  @Column("text") reason: string;
  @Column("uuid") mergedBy: string;
  @Column("text") mergedByName: string;
  /** MovedRows: what moved, and how it was before. */
  @Column("jsonb") moved: object;
  @Column("timestamptz", { nullable: true }) undoneAt: Date | null;
  @Column("text", { nullable: true }) undoneByName: string | null;
  @Column("text", { nullable: true }) undoReason: string | null;
}
