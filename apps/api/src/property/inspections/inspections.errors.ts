import { type DefectState, defectStateLabels, type InspectionState, inspectionStateLabels } from "@linli/contracts";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const changedMeanwhile = (who: string, at: Date) =>
  new RuleViolation("VERSION_CHANGED", `${who}刚改过这张验收单，您的内容没有保存，请刷新后再改`, undefined, {
    changedByName: who,
    changedAt: at.toISOString(),
  });

export const wrongInspectionState = (number: string, state: InspectionState, what: string) =>
  new RuleViolation("INSPECTION_STATE", `验收单 ${number} 是“${inspectionStateLabels[state]}”，不能${what}`);

export const wrongDefectState = (state: DefectState, what: string) =>
  new RuleViolation("DEFECT_STATE", `这处缺陷是“${defectStateLabels[state]}”，不能${what}`);

export const voidInspection = (number: string) =>
  new RuleViolation("INSPECTION_STATE", `验收单 ${number} 已作废，它的缺陷不再处理`);

export const noTemplate = () =>
  new RuleViolation("NO_TEMPLATE", "还没有适用的验收模板，请先在“验收模板”里建立（可建一个适用所有户型的）");

export const notComplete = (sentences: string[]) =>
  new RuleViolation("INSPECTION_INCOMPLETE", sentences.join("；"), undefined, { missing: sentences });

export const notSigned = () =>
  new InvalidInput({ unsignedReason: ["接房人还没有在当前内容上签字，请签字或写明未签字的原因"] });

export const inFuture = () => new InvalidInput({ inspectedOn: ["验收日期还没有到，不能完成验收"] });

export const roomEnded = (code: string) => new RuleViolation("ROOM_ENDED", `房间 ${code} 已拆分或合并，不能再验收`);

export const notCorrectable = (number: string) =>
  new RuleViolation("NOT_CORRECTABLE", `只能更正已完成的验收单，${number} 不是或已被更正`);

export const correctionOfOtherRoom = () => new InvalidInput({ correctsId: ["更正的验收单不是这个房间的"] });

export const correctionNeedsReason = () => new InvalidInput({ correctionReason: ["请填写更正原因"] });

export const unknownDefects = () => new InvalidInput({ defects: ["缺陷编号已用于别的验收单"] });

export const doneOutside = (field: string, sentence: string) => new InvalidInput({ [field]: [sentence] });

export const templateChanged = (who: string) =>
  new RuleViolation("VERSION_CHANGED", `${who}刚改过这个模板，请刷新后再改`);
