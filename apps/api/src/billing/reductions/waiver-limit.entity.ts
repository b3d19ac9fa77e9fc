import { Check, Column, Entity, Unique } from "typeorm";
import { BusinessRow } from "../../database/business-row.js";

/** Up to which amount and share a role approves reductions in a project (BIL-42). */
@Entity("waiver_limit")
@Unique("uq_waiver_limit_role", ["projectId", "roleId"])
@Check("ck_waiver_limit", "amount_fen >= 0 AND percent BETWEEN 0 AND 100")
export class WaiverLimit extends BusinessRow {
  /** A role of the company. */
  @Column("uuid") roleId: string;
  @Column("bigint", { nullable: true }) amountFen: number | null;
  @Column("numeric", { precision: 5, scale: 2, nullable: true }) percent: string | null;
}
