import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** What a project says about a method of paying (BIL-70); a method without a row follows the defaults. */
@Entity("payment_method")
@Unique("uq_payment_method", ["projectId", "method"])
export class PaymentMethodSetting extends ProjectRow {
  /** PaymentMethod */
  @Column("text") method: string;
  @Column("boolean") enabled: boolean;
  @Column("text", { nullable: true }) account: string | null;
  /** ReferenceRule */
  @Column("text") reference: string;
  /** ReferenceFormat */
  @Column("text") referenceFormat: string;
  @Column("int", { nullable: true }) referenceLength: number | null;
  @Column("boolean") refundable: boolean;
  @Column("text", { nullable: true }) financeCode: string | null;
}
