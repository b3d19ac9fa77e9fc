import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** Somebody outside who gets personal data of the project's customers (LAW-34). Ended, never removed. */
@Entity("data_recipient")
@Unique("uq_data_recipient_name", ["projectId", "name", "kind", "startsOn"])
@Check("ck_data_recipient_dates", "ends_on IS NULL OR ends_on >= starts_on")
export class DataRecipient extends ProjectRow {
  @Column("text") name: string;
  /** RecipientKind */
  @Column("text") kind: string;
  @Column("text") purpose: string;
  /** PersonalDataKind[] */
  @Column("text", { array: true }) dataKinds: string[];
  /** RecipientBasis */
  @Column("text") basis: string;
  @Column("text", { nullable: true }) contractNo: string | null;
  @Column("text", { nullable: true }) contact: string | null;
  @Column("date") startsOn: string;
  @Column("date", { nullable: true }) endsOn: string | null;
  /** Day of the impact assessment. */
  @Column("date", { nullable: true }) assessedOn: string | null;
  @Column("text", { nullable: true }) remark: string | null;
}
