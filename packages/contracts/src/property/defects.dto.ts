import { Choice, DateOnly, Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { AttachmentDto } from "../files/attachments.dto.js";
import {
  type DefectAction,
  type DefectAge,
  defectAgeLabels,
  type DefectSeverity,
  type DefectState,
  defectStateLabels,
  type RecheckResult,
  recheckResultLabels,
} from "./inspections.enums.js";
import { ProjectPath } from "./property.dto.js";

export class DefectPath extends ProjectPath {
  @Id("缺陷编号") defectId: string;
}

/** Defects of completed, valid inspections. */
export class DefectQueryDto extends CursorQueryDto {
  /** Part of the room's code, the place or the description. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Text("责任单位", { optional: true, max: 60 }) contractor?: string;
  @Choice("状态", defectStateLabels, { optional: true }) state?: DefectState;
  /** Not closed and past the deadline, or not. */
  @QueryFlag("逾期") overdue?: boolean;
  /** Not closed, or closed. */
  @QueryFlag("未完成") open?: boolean;
  @Choice("存在时间", defectAgeLabels, { optional: true }) age?: DefectAge;
}

/** Which defects stand on the paper for a contractor. */
export class DefectSheetQueryDto {
  @Text("责任单位", { max: 60 }) contractor: string;
}

/** The contractor says it is put right, or it is looked at again. */
export class FixDefectDto {
  @DateOnly("整改日期") doneOn: string;
  @Text("说明", { optional: true, max: 200 }) remark?: string | null;
}

/** A re-inspection; a defect that fails it is to be put right again. */
export class RecheckDefectDto extends FixDefectDto {
  @Choice("复验结果", recheckResultLabels) result: RecheckResult;
}

/** What was done with a defect. */
export class DefectStepDto {
  action: DefectAction;
  doneOn: string;
  remark: string | null;
  byName: string;
  at: string;
}

export class DefectDto {
  id: string;
  inspectionId: string;
  inspectionNumber: string;
  roomId: string;
  roomCode: string;
  buildingName: string;
  /** The item it belongs to. */
  itemNo: number | null;
  place: string;
  description: string;
  severity: DefectSeverity;
  contractor: string;
  deadline: string;
  state: DefectState;
  foundOn: string;
  /** Days since it was found, until today or until it was closed. */
  daysOpen: number;
  overdue: boolean;
  steps: DefectStepDto[];
  pictures: AttachmentDto[];
}

export class DefectPageDto extends CursorPageDto<DefectDto> {
  declare items: DefectDto[];
}

/** What a contractor still has to do. */
export class ContractorDefectsDto {
  contractor: string;
  open: number;
  fixed: number;
  overdue: number;
  closed: number;
  /** Days the oldest one that is not closed has been there; null when all are closed. */
  oldestDays: number | null;
}

export class ContractorsDto {
  items: ContractorDefectsDto[];
}

/** The defects of a contractor that are not closed, as they are handed to him. */
export class DefectSheetDto {
  projectName: string;
  contractor: string;
  today: string;
  items: DefectDto[];
}
