import type { DefectSeverity, InspectionResult, MeterKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { type Room } from "../room.entity.js";
import { InspectionDefect } from "./inspection-defect.entity.js";
import { type InspectionDraft, itemsOf } from "./inspection-draft.js";
import { readingText } from "./inspection.mapper.js";
import { InspectionItem, InspectionReading, InspectionRecord } from "./inspection-record.entity.js";
import { InspectionTemplate } from "./inspection-template.entity.js";
import { Inspection } from "./inspection.entity.js";
import { correctionOfOtherRoom, noTemplate, notCorrectable } from "./inspections.errors.js";

/** The draft with the template of its layout, else with the one that serves all. @throws NO_TEMPLATE */
export async function begun(tx: EntityManager, projectId: string, draft: InspectionDraft): Promise<InspectionDraft> {
  const templates = await tx.query<Pick<InspectionTemplate, "name" | "groups">[]>(
    `SELECT name, groups FROM inspection_template
      WHERE project_id = $1 AND (layout IS NULL OR layout = $2) ORDER BY layout NULLS LAST LIMIT 1`,
    [projectId, draft.layout],
  );
  const [template] = templates;
  if (!template) throw noTemplate();
  return { ...draft, templateName: template.name, items: itemsOf(template.groups) };
}

/**
 * What a correction starts with: everything the earlier inspection found. Defects that were put right meanwhile are not
 * found again: their item counts as good, and says so.
 * @throws NOT_FOUND, NOT_CORRECTABLE, INVALID_INPUT (another room's)
 */
export async function correctionOf(
  tx: EntityManager,
  { projectId, id: roomId }: Room,
  correctsId: string,
  draft: InspectionDraft,
): Promise<InspectionDraft> {
  const where = { projectId, id: correctsId };
  const earlier = await tx.findOne(Inspection, { where, lock: { mode: "pessimistic_write" } });
  if (!earlier) throw notFound("要更正的验收单");
  if (earlier.roomId !== roomId) throw correctionOfOtherRoom();
  if (earlier.state !== "DEFECTS" && earlier.state !== "PASSED") throw notCorrectable(earlier.number);
  const found = { projectId, inspectionId: correctsId };
  const [record, items, readings, defects] = [
    await tx.findOneByOrFail(InspectionRecord, where),
    await tx.find(InspectionItem, { where: found, order: { no: "ASC" } }),
    await tx.find(InspectionReading, { where: found, order: { id: "ASC" } }),
    await tx.find(InspectionDefect, { where: found, order: { id: "ASC" } }),
  ];
  const open = defects.filter(({ state }) => state !== "CLOSED");
  const stillBlamed = new Set(open.map(({ itemNo }) => itemNo));
  return {
    ...draft,
    templateName: record.templateName,
    layout: record.layout,
    items: items.map(({ no, group, name, standard, result, remark }) => {
      const repaired = result === "FAIL" && !stillBlamed.has(no);
      const found = { no, group, name, standard };
      if (repaired) return { ...found, result: "PASS" as const, remark: `缺陷已复验合格（${earlier.number}）` };
      return { ...found, result: result as InspectionResult, remark };
    }),
    readings: readings.map(({ kind, meterNo, reading }) => ({
      kind: kind as MeterKind,
      meterNo,
      reading: readingText(reading),
    })),
    defects: open.map(({ itemNo, place, description, severity, contractor, deadline }) => ({
      id: newId(),
      itemNo,
      place,
      description,
      severity: severity as DefectSeverity,
      contractor,
      deadline,
    })),
  };
}
