import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A tag customers of a project may carry, such as VIP. */
@Entity("customer_tag")
@Unique("uq_customer_tag_name", ["projectId", "name"])
export class CustomerTag extends ProjectRow {
  @Column("text") name: string;
  /** TagTone */
  @Column("text") tone: string;
}
