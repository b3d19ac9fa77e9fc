import { Column, Entity, PrimaryColumn, Unique } from "typeorm";

/** A named list of rights; the rights themselves are defined in code. Company table. */
@Entity("role")
@Unique("uq_role_code", ["code"])
@Unique("uq_role_name", ["name"])
export class Role {
  @PrimaryColumn("uuid") id: string;
  @Column("text") code: string;
  @Column("text") name: string;
  @Column("text", { array: true }) permissions: string[];
  /** Where a person with this role lands after sign-in (CRM-02). */
  @Column("text") homePath: string;
  /** Seeded roles cannot be deleted. */
  @Column("boolean") builtIn: boolean;
}
