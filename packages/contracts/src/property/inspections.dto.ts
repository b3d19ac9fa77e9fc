import { Choice, DateOnly, Decimal, Flag, Id, Int, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { type MeterKind, meterKindLabels } from "../customer/transfers.enums.js";
import type { DefectDto } from "./defects.dto.js";
import {
  type DefectSeverity,
  defectSeverityLabels,
  type InspectionResult,
  inspectionResultLabels,
  type InspectionState,
  inspectionStateLabels,
  type SignerRole,
  signerRoleLabels,
} from "./inspections.enums.js";
import { ProjectPath } from "./property.dto.js";

export class InspectionPath extends ProjectPath {
  @Id("验收单编号") inspectionId: string;
}

export class InspectionQueryDto extends CursorQueryDto {
  /** Part of the number, the room's code or who takes over. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Choice("状态", inspectionStateLabels, { optional: true }) state?: InspectionState;
}

/** When, by whom and with whom a room is inspected. */
export class InspectionHeadDto {
  @DateOnly("验收日期") inspectedOn: string;
  /** Who inspects for the management. */
  @Text("验收人", { max: 40 }) inspectorName: string;
  /** The customer who takes over, when he is one already. */
  @Id("客户编号", { optional: true }) takerId?: string | null;
  @Text("接房人", { max: 60 }) takerName: string;
  /** What he is to the room, e.g. 业主. */
  @Text("与房屋关系", { optional: true, max: 20 }) takerRelation?: string | null;
}

/** Plans an inspection of a room, or corrects one that is completed. */
export class CreateInspectionDto extends InspectionHeadDto {
  @Id("房间") roomId: string;
  /** Begins at once: the template of the room's layout is copied. */
  @Flag("立即开始", { optional: true }) begin?: boolean | null;
  /** The completed inspection this one corrects; it becomes void when this one is completed (PRP-09). */
  @Id("更正的验收单", { optional: true }) correctsId?: string | null;
  @Text("更正原因", { optional: true, max: 200 }) correctionReason?: string | null;
}

/** The version that was read: whoever changes it first wins, the other is told. */
export class InspectionVersionDto {
  @Int("版本", { min: 1 }) version: number;
}

/** What was found at one item of the copied template, named by its number. */
export class SaveItemDto {
  @Int("项目序号", { min: 1, max: 5000 }) no: number;
  /** Left out while not looked at. */
  @Choice("结果", inspectionResultLabels, { optional: true }) result?: InspectionResult | null;
  @Text("说明", { optional: true, max: 200 }) remark?: string | null;
}

/** What a meter shows at the handover: where its billing begins. */
export class SaveReadingDto {
  @Choice("表种", meterKindLabels) kind: MeterKind;
  @Text("表号", { max: 30, pattern: /^[A-Za-z0-9-]+$/, patternMessage: "表号只能用半角字母、数字和 -" })
  meterNo: string;
  /** Decimal text as on the meter, at most 3 places. */
  @Decimal("读数", { places: 3 }) reading: string;
}

/** A fault that a contractor has to put right. */
export class SaveDefectDto {
  /** Chosen by the client when the defect is entered; its photos hang on it. */
  @Id("缺陷编号") id: string;
  /** The failed item it belongs to, if any. */
  @Int("项目序号", { optional: true, min: 1, max: 5000 }) itemNo?: number | null;
  @Text("位置", { max: 60 }) place: string;
  @Text("缺陷描述", { max: 500, multiline: true }) description: string;
  @Choice("严重程度", defectSeverityLabels) severity: DefectSeverity;
  @Text("责任单位", { max: 60 }) contractor: string;
  /** Until when it must be put right. */
  @DateOnly("整改期限") deadline: string;
}

/** The whole record of an inspection that is under way; replaces what was saved before. */
export class SaveInspectionDto extends InspectionHeadDto {
  @Int("版本", { min: 1 }) version: number;
  /** Only the items that changed or all of them; others keep what they have. */
  @Parts("验收项目", () => SaveItemDto, { max: 5000 }) items: SaveItemDto[];
  @Parts("仪表读数", () => SaveReadingDto, { max: 20 }) readings: SaveReadingDto[];
  @Parts("缺陷", () => SaveDefectDto, { max: 200 }) defects: SaveDefectDto[];
}

/** Who signs; the signature itself is the multipart field `file`, a PNG. */
export class SignInspectionDto {
  @Choice("签字人", signerRoleLabels) role: SignerRole;
  @Text("签字人姓名", { max: 60 }) name: string;
  /** As text, since it stands in the address. */
  @Text("版本", { max: 9, pattern: /^[1-9]\d*$/ }) version: string;
}

/** Ends an inspection: from here on nothing of it is changed. */
export class CompleteInspectionDto extends InspectionVersionDto {
  /** Demanded when the one who takes over has not signed this version. */
  @Text("未签字原因", { optional: true, max: 200 }) unsignedReason?: string | null;
}

export class VoidInspectionDto extends InspectionVersionDto {
  @Text("作废原因", { max: 200 }) reason: string;
}

/** An inspection in a list. */
export class InspectionDto {
  id: string;
  number: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  buildingName: string;
  state: InspectionState;
  inspectedOn: string;
  inspectorName: string;
  takerName: string;
  /** Items that failed; 0 while under way. */
  failedItems: number;
  defects: number;
  openDefects: number;
  /** Number of the inspection it corrects. */
  correctsNumber: string | null;
  createdAt: string;
}

export class InspectionPageDto extends CursorPageDto<InspectionDto> {
  declare items: InspectionDto[];
}

export class InspectionItemDto {
  no: number;
  group: string;
  name: string;
  standard: string | null;
  result: InspectionResult | null;
  remark: string | null;
}

export class InspectionReadingDto {
  kind: MeterKind;
  meterNo: string;
  reading: string;
}

export class InspectionSignatureDto {
  role: SignerRole;
  name: string;
  /** The PNG, as attachment. */
  attachmentId: string;
  signedAt: string;
}

/** One inspection with everything that was found. */
export class InspectionDetailDto extends InspectionDto {
  /** For the next change. */
  version: number;
  layout: string | null;
  templateName: string | null;
  takerId: string | null;
  takerRelation: string | null;
  items: InspectionItemDto[];
  readings: InspectionReadingDto[];
  defectList: DefectDto[];
  /** Those that hold for the version shown. */
  signatures: InspectionSignatureDto[];
  unsignedReason: string | null;
  completedAt: string | null;
  completedByName: string | null;
  correctsId: string | null;
  correctionReason: string | null;
  /** The inspection that corrects this one. */
  correctedById: string | null;
  correctedByNumber: string | null;
  voidReason: string | null;
  updatedByName: string;
  updatedAt: string;
}

/** Everything that stands on the sheet (验收单). */
export class InspectionSheetDto {
  projectName: string;
  inspection: InspectionDetailDto;
}

/** The readings a room was handed over with, from its latest valid inspection. */
export class StartReadingsDto {
  /** Null when the room has no completed inspection. */
  inspectionId: string | null;
  number: string | null;
  inspectedOn: string | null;
  readings: InspectionReadingDto[];
}
