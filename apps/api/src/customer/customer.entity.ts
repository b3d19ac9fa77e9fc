import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { ProjectRow } from "../database/project-row.js";
import type { AttributeValues } from "../property/attributes/attribute-values.js";

/** A person or company the project deals with (CUS-05). */
@Entity("customer")
@Unique("uq_customer_number", ["projectId", "number"])
@Index("uq_customer_id_number", ["projectId", "idNumberHash"], { unique: true, where: "id_number_hash IS NOT NULL" })
@Index("ix_customer_attributes", ["attributes"], { type: "gin", where: "attributes <> '{}'" })
@Index("ix_customer_mobile", ["projectId", "mobile"])
@Index("ix_customer_name", ["projectId", "name", "id"])
@Index("ix_customer_merged", ["projectId", "mergedIntoId"], { where: "merged_into_id IS NOT NULL" })
@Check("ck_customer_merged", "merged_into_id <> id")
@Check("ck_customer_id_number", "(id_number_cipher IS NULL) = (id_number_hash IS NULL)")
export class Customer extends ProjectRow {
  /** 客户编号, from the project's number series. */
  @Column("text") number: string;
  @Column("text") name: string;
  /** CustomerKind */
  @Column("text") kind: string;
  /** Sex */
  @Column("text", { nullable: true }) sex: string | null;
  /** IdType */
  @Column("text", { nullable: true }) idType: string | null;
  /** AES-256-GCM, `keyId:iv:tag:ciphertext`. */
  @Column("text", { nullable: true }) idNumberCipher: string | null;
  /** Keyed hash of type and number, for exact search. */
  @Column("text", { nullable: true }) idNumberHash: string | null;
  /** 6 + 4 characters, shown without the unmask right. */
  @Column("text", { nullable: true }) idNumberMasked: string | null;
  @Column("date", { nullable: true }) birthday: string | null;
  /** 户口所在地 */
  @Column("text", { nullable: true }) registeredPlace: string | null;
  @Column("text", { nullable: true }) mobile: string | null;
  @Column("text", { nullable: true }) homePhone: string | null;
  @Column("text", { array: true }) otherPhones: string[];
  @Column("text", { nullable: true }) emergencyName: string | null;
  @Column("text", { nullable: true }) emergencyPhone: string | null;
  @Column("text", { nullable: true }) address: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** Mandatory fields an import left empty. */
  @Column("text", { array: true }) incomplete: string[];
  /** User-defined values by the id of their definition. */
  @Column("jsonb", { default: {} }) attributes: AttributeValues;
  /** Who he was merged into, and never one who is merged himself. */
  @Column("uuid", { nullable: true }) mergedIntoId: string | null;
  @BelongsTo(() => Customer, "merged_into_id", "fk_customer_merged_into") mergedInto: Relation<Customer> | null;
  /** When his personal data were erased for good (LAW-35). */
  @Column("timestamptz", { nullable: true }) anonymisedAt: Date | null;
  /** When the data was last confirmed with the customer (CUS-08). */
  @Column("date", { nullable: true }) confirmedOn: string | null;
  @Column("uuid", { nullable: true }) confirmedBy: string | null;
  @Column("text", { nullable: true }) confirmedByName: string | null;
  /** ContactWay */
  @Column("text", { nullable: true }) contactWay: string | null;
  @Column("text", { nullable: true }) contactHours: string | null;
  /** Language */
  @Column("text", { nullable: true }) language: string | null;
  @Column("boolean", { default: false }) noMarketing: boolean;
}
