import type { FeeItemTaxDto } from "@linli/contracts";
import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";

/** What is charged for (收费项目, BIL-01). */
@Entity("fee_item")
@Unique("uq_fee_item_code", ["projectId", "code"])
@Unique("uq_fee_item_name", ["projectId", "name"])
@Index("ix_fee_item_parent", ["projectId", "parentId"], { where: "parent_id IS NOT NULL" })
@Check("ck_fee_item_supplier", "collected_for_others OR (supplier_name IS NULL AND kept_account IS NULL)")
@Check("ck_fee_item_tax_rate", "tax_rate IS NULL OR (tax_rate >= 0 AND tax_rate < 100)")
export class FeeItem extends ProjectRow {
  @Column("text") code: string;
  @Column("text") name: string;
  @Column("text", { nullable: true }) shortName: string | null;
  /** 助记码 */
  @Column("text", { nullable: true }) mnemonic: string | null;
  @Column("uuid", { nullable: true }) parentId: string | null;
  @BelongsTo(() => FeeItem, "parent_id", "fk_fee_item_parent") parent: Relation<FeeItem> | null;
  /** PrintForm */
  @Column("text", { default: "OTHER" }) printForm: string;
  /** FeeItemKind */
  @Column("text") kind: string;
  /** IncomeClass */
  @Column("text") incomeClass: string;
  /** 代收代付: collected for others, no surcharge may be added (BIL-07). */
  @Column("boolean") collectedForOthers: boolean;
  /** To whom what is collected belongs. */
  @Column("text", { nullable: true }) supplierName: string | null;
  /** The account of its own into which it is kept. */
  @Column("text", { nullable: true }) keptAccount: string | null;
  @Column("text", { nullable: true }) unit: string | null;
  @Column("text", { nullable: true }) taxCode: string | null;
  /** Per cent. */
  @Column("numeric", { precision: 5, scale: 2, nullable: true }) taxRate: string | null;
  /** Later tax codes and rates, the earliest first. */
  @Column("jsonb", { default: [] }) taxChanges: FeeItemTaxDto[];
  @Column("text", { nullable: true }) financeCode: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("int") sort: number;
  @Column("boolean") active: boolean;
}
