import { Check, Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * A book of numbered papers (票据本, BIL-72). Its numbers are drawn in order inside the document's own transaction: the
 * row stays locked until that commits, and a roll-back gives the number back.
 */
@Entity("receipt_book")
@Index("ix_receipt_book_kind", ["projectId", "kind", "status", "id"])
@Check("ck_receipt_book_range", "first_no <= last_no AND next_no >= first_no AND next_no <= last_no + 1")
export class ReceiptBook extends ProjectRow {
  /** ReceiptBookKind */
  @Column("text") kind: string;
  /** ReceiptBookStatus */
  @Column("text") status: string;
  @Column("text") prefix: string;
  /** Digits, padded with zeros. */
  @Column("int") width: number;
  @Column("bigint") firstNo: number;
  @Column("bigint") lastNo: number;
  /** One past the last when the book is used up. */
  @Column("bigint") nextNo: number;
  /** ReceiptLayout: the paper its receipts are printed on. */
  @Column("text", { default: "A5" }) layout: string;
  /** Whose it is; null for everybody at the desk. */
  @Column("uuid", { nullable: true }) issuedToId: string | null;
  @Column("text", { nullable: true }) issuedToName: string | null;
  @Column("uuid") createdBy: string;
  @Column("uuid", { nullable: true }) checkedBy: string | null;
  @Column("text", { nullable: true }) checkedByName: string | null;
  @Column("timestamptz", { nullable: true }) checkedAt: Date | null;
  @Column("text", { nullable: true }) checkNote: string | null;
}
