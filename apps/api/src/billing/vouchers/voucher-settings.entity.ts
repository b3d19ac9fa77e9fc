import type { VoucherAccount, VoucherRole } from "@linli/contracts";
import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * The accounts (科目) of a project's vouchers: one row, made when they are first chosen. Those of single fee items and
 * methods of paying stand on these.
 */
@Entity("voucher_settings")
@Unique("uq_voucher_settings", ["projectId"])
export class VoucherSettings extends ProjectRow {
  /** Output tax is booked apart from the income (价税分离). */
  @Column("boolean") splitTax: boolean;
  @Column("jsonb") accounts: VoucherAccount[];
  /** Code of the account by role. */
  @Column("jsonb") roles: Partial<Record<VoucherRole, string>>;
}
