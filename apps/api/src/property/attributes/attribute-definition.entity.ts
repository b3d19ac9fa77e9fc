import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A piece of data a project keeps of its rooms or customers beyond what the system knows. */
@Entity("attribute_definition")
@Unique("uq_attribute_definition_name", ["projectId", "owner", "name"])
export class AttributeDefinition extends ProjectRow {
  /** AttributeOwner */
  @Column("text") owner: string;
  @Column("text") name: string;
  /** AttributeType */
  @Column("text") type: string;
  /** 单选 and 多选: what can be chosen, in order. */
  @Column("jsonb") choices: { id: string; name: string }[];
  @Column("boolean") mandatory: boolean;
  @Column("boolean") searchable: boolean;
  @Column("int") sort: number;
  @Column("boolean") active: boolean;
}
