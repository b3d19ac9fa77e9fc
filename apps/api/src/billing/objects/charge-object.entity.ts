import { Column, Entity } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * What charges of a room are for beside the room itself (计费对象, BIL-05): a row for each thing that a rate was ever bound
 * to, or that a charge or an opening balance was entered for. Its id is that of the thing in its own module, which never deletes it and keeps the label here.
 */
@Entity("charge_object")
export class ChargeObject extends ProjectRow {
  /** ChargeObjectKind */
  @Column("text") kind: string;
  /** Kind and number as bills show them, e.g. 车位 B1-023. */
  @Column("text") label: string;
}
