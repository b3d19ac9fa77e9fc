import type { OffsetOrder, OffsetShortage } from "@linli/contracts";
import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** How a project uses prepayments (使用方案, BIL-61): one row, made when it is first set. */
@Entity("offset_scheme")
@Unique("uq_offset_scheme", ["projectId"])
export class OffsetScheme extends ProjectRow {
  @Column("boolean") enabled: boolean;
  @Column("boolean") onPublish: boolean;
  @Column("boolean") daily: boolean;
  @Column("boolean") onlyListed: boolean;
  /** Fee items in the order of their priority. */
  @Column("uuid", { array: true }) feeItemIds: string[];
  /** Whether booked late fees are offset too. */
  @Column("boolean", { default: true }) lateFees: boolean;
  /** Whether money of unreviewed receipts is left alone. */
  @Column("boolean", { default: false }) reviewedOnly: boolean;
  @Column("text") order: OffsetOrder;
  @Column("text") shortage: OffsetShortage;
  @Column("date", { nullable: true }) chargeFrom: string | null;
  @Column("date", { nullable: true }) chargeTo: string | null;
}
