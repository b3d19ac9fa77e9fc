import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** The next number of a kind of document. Drawn inside the document's own transaction, so that there are no gaps. */
@Entity("number_series")
@Unique("uq_number_series", ["projectId", "kind"])
export class NumberSeries extends ProjectRow {
  /** e.g. receipt, customer, refund */
  @Column("text") kind: string;
  @Column("text") prefix: string;
  /** Digits, padded with zeros. */
  @Column("int") width: number;
  @Column("bigint") nextNo: number;
}
