import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** What is charged for (收费项目, BIL-01). */
@Entity("fee_item")
@Unique("uq_fee_item_code", ["projectId", "code"])
@Unique("uq_fee_item_name", ["projectId", "name"])
@Check("ck_fee_item_tax_rate", "tax_rate IS NULL OR (tax_rate >= 0 AND tax_rate < 100)")
export class FeeItem extends ProjectRow {
  @Column("text") code: string;
  @Column("text") name: string;
  @Column("text", { nullable: true }) shortName: string | null;
  /** FeeItemKind */
  @Column("text") kind: string;
  /** IncomeClass */
  @Column("text") incomeClass: string;
  /** 代收代付: collected for others, no surcharge may be added (BIL-07). */
  @Column("boolean") collectedForOthers: boolean;
  @Column("text", { nullable: true }) unit: string | null;
  @Column("text", { nullable: true }) taxCode: string | null;
  /** Per cent. */
  @Column("numeric", { precision: 5, scale: 2, nullable: true }) taxRate: string | null;
  @Column("text", { nullable: true }) financeCode: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("int") sort: number;
  @Column("boolean") active: boolean;
}
