import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** What a project prints on its notices besides figures: one row, made when it is first changed (BIL-114). */
@Entity("notice_settings")
@Unique("uq_notice_settings", ["projectId"])
export class NoticeSettings extends ProjectRow {
  /** With placeholders in braces; null for no code. */
  @Column("text", { nullable: true }) qrText: string | null;
  @Column("text", { nullable: true }) qrCaption: string | null;
}
