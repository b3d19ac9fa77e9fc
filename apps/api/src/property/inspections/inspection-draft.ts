import type {
  InspectionHeadDto,
  InspectionItemDto,
  InspectionReadingDto,
  SaveDefectDto,
  SaveInspectionDto,
  TemplateGroupDto,
} from "@linli/contracts";
import { InvalidInput } from "../../common/rule-violation.js";

/** What has been found while an inspection is under way. */
export interface InspectionDraft {
  head: Required<InspectionHeadDto>;
  /** Empty until the inspection begins. */
  templateName: string | null;
  layout: string | null;
  items: InspectionItemDto[];
  readings: InspectionReadingDto[];
  defects: Required<SaveDefectDto>[];
}

/** The head with what was left out as null. */
export const headOf = (dto: InspectionHeadDto): InspectionDraft["head"] => ({
  inspectedOn: dto.inspectedOn,
  inspectorName: dto.inspectorName,
  takerId: dto.takerId ?? null,
  takerName: dto.takerName,
  takerRelation: dto.takerRelation ?? null,
});

/** The items of a template, numbered in the order of the walk, nothing looked at yet. */
export function itemsOf(groups: readonly TemplateGroupDto[]): InspectionItemDto[] {
  const items = groups.flatMap((group) => group.items.map((item) => ({ group: group.name, ...item })));
  return items.map(({ group, name, standard = null }, index) => ({
    no: index + 1,
    group,
    name,
    standard,
    result: null,
    remark: null,
  }));
}

/**
 * The draft with what was recorded. Items that are not named keep what they have.
 * @throws INVALID_INPUT: unknown item, the same meter or defect twice, deadline before the inspection
 */
export function recorded(draft: InspectionDraft, dto: SaveInspectionDto): InspectionDraft {
  const faults: Record<string, string[]> = {};
  const known = new Map(draft.items.map((item) => [item.no, item]));
  dto.items.forEach(({ no, result = null, remark = null }, index) => {
    const item = known.get(no);
    if (item) known.set(no, { ...item, result, remark });
    else faults[`items.${index}.no`] = [`验收单没有第 ${no} 项`];
  });

  const meters = new Set<string>();
  dto.readings.forEach(({ kind, meterNo }, index) => {
    const key = `${kind} ${meterNo}`;
    if (meters.has(key)) faults[`readings.${index}.meterNo`] = [`表号 ${meterNo} 填了两次`];
    meters.add(key);
  });

  const ids = new Set<string>();
  dto.defects.forEach((defect, index) => {
    if (ids.has(defect.id)) faults[`defects.${index}.id`] = ["缺陷编号有重复"];
    ids.add(defect.id);
    if (defect.deadline < dto.inspectedOn) faults[`defects.${index}.deadline`] = ["整改期限不能早于验收日期"];
    if (defect.itemNo != null && !known.has(defect.itemNo)) {
      faults[`defects.${index}.itemNo`] = [`验收单没有第 ${defect.itemNo} 项`];
    }
  });
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);

  return {
    ...draft,
    head: headOf(dto),
    items: [...known.values()],
    readings: dto.readings.map(({ kind, meterNo, reading }) => ({ kind, meterNo, reading })),
    defects: dto.defects.map((defect) => ({ ...defect, itemNo: defect.itemNo ?? null })),
  };
}

/** What is still missing before a draft can be completed, in sentences; empty when nothing is. */
export function missingOf({ items, defects }: InspectionDraft): string[] {
  const open = items.filter(({ result }) => result === null);
  const blamed = new Set(defects.map(({ itemNo }) => itemNo));
  const unexplained = items.filter(({ no, result }) => result === "FAIL" && !blamed.has(no));
  return [
    ...(items.length === 0 ? ["验收单没有验收项目"] : []),
    ...(open.length > 0 ? [`还有 ${open.length} 项没有结果：${named(open)}`] : []),
    ...(unexplained.length > 0 ? [`不合格的项目没有登记缺陷：${named(unexplained)}`] : []),
  ];
}

/** The first few items by name. */
function named(items: readonly InspectionItemDto[]): string {
  const names = items.slice(0, 3).map(({ group, name }) => `${group} ${name}`);
  return names.join("、") + (items.length > 3 ? "等" : "");
}
