import { Column, Entity, Index } from "typeorm";
import type { TemplateGroupDto } from "@linli/contracts";
import { ProjectRow } from "../../database/project-row.js";

/** What is looked at when rooms of a layout are handed over (PRP-09). Copied into the inspection when it begins. */
@Entity("inspection_template")
@Index("uq_inspection_template_layout", ["projectId", "layout"], { unique: true, where: "layout IS NOT NULL" })
@Index("uq_inspection_template_default", ["projectId"], { unique: true, where: "layout IS NULL" })
export class InspectionTemplate extends ProjectRow {
  @Column("text") name: string;
  /** 户型; null serves all rooms whose layout has none of its own. */
  @Column("text", { nullable: true }) layout: string | null;
  @Column("jsonb") groups: TemplateGroupDto[];
  @Column("int") version: number;
  @Column("text") updatedByName: string;
  @Column("timestamptz") updatedAt: Date;
}
