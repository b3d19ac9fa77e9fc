import { Choice, DateOnly, Decimal, Id, Int, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { AttributeValueDto } from "../property/attributes.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { SaveCustomerDto } from "./customer.dto.js";
import type { CustomerKind, RelationRole } from "./customer.enums.js";
import {
  type ArrearsHandling,
  arrearsHandlingLabels,
  type MeterKind,
  meterKindLabels,
  type PrepaymentHandling,
  prepaymentHandlingLabels,
  type RelationChoice,
  relationChoiceLabels,
  type TransferReason,
  transferReasonLabels,
  type TransferStatus,
  transferStatusLabels,
} from "./transfers.enums.js";

export class TransferPath extends ProjectPath {
  @Id("过户编号") transferId: string;
}

export class TransferQueryDto extends CursorQueryDto {
  /** Part of the number, the room code or an owner's name. */
  @Text("关键字", { max: 50, optional: true }) q?: string;
  @Choice("状态", transferStatusLabels, { optional: true }) status?: TransferStatus;
  @Id("房间", { optional: true }) roomId?: string;
}

/** Begins a transfer of a room; one at a time. */
export class CreateTransferDto {
  @Id("房间") roomId: string;
}

/** Whether a relation of the room ends with the day before the transfer. */
export class TransferRelationChoiceDto {
  @Id("关系") relationId: string;
  @Choice("处理", relationChoiceLabels) choice: RelationChoice;
}

/** Somebody who owns the room from the transfer date on. */
export class TransferOwnerInputDto {
  @Id("新业主") customerId: string;
  /** Per cent; all new owners have one or none has; together with owners who stay at most 100. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
}

/** What a meter showed on the transfer date; kept for billing. */
export class TransferReadingDto {
  @Choice("表类", meterKindLabels) kind: MeterKind;
  @Text("表号", { max: 40 }) meterNo: string;
  @Decimal("读数", { places: 3 }) reading: string;
}

/** What was decided of a thing that another module asked about: a vehicle, a space, a pass. */
export class TransferConfirmationInputDto {
  @Text("确认事项", { max: 100 }) key: string;
  @Text("处理", { max: 20 }) choice: string;
}

/** The draft as it stands; every step of the flow saves all of it. */
export class SaveTransferDto {
  /** The version that was read: somebody else's change in between is not overwritten. */
  @Int("版本", { min: 1 }) version: number;
  /** First day of the new owners. */
  @DateOnly("过户日期", { optional: true }) transferOn?: string | null;
  @Choice("过户原因", transferReasonLabels, { optional: true }) reason?: TransferReason | null;
  @Text("备注", { max: 500, optional: true, multiline: true }) remark?: string | null;
  @Choice("欠费处理", arrearsHandlingLabels) arrears: ArrearsHandling;
  @Choice("预收处理", prepaymentHandlingLabels) prepayment: PrepaymentHandling;
  /** Relations left out are treated by their kind: tenants stay, the others end. */
  @Parts("客户关系", () => TransferRelationChoiceDto, { max: 100 }) relations: TransferRelationChoiceDto[];
  @Parts("新业主", () => TransferOwnerInputDto, { max: 20 }) owners: TransferOwnerInputDto[];
  /** Who pays from the transfer date on; required for several owners or a company (CUS-09). */
  @Id("收费对象", { optional: true }) payerCustomerId?: string | null;
  @Parts("仪表读数", () => TransferReadingDto, { max: 20 }) readings: TransferReadingDto[];
  @Parts("确认事项", () => TransferConfirmationInputDto, { max: 100 }) confirmations: TransferConfirmationInputDto[];
}

/** A new owner who is no customer yet, entered in full (CUS-05); the API answers with the draft he stands in. */
export class AddTransferOwnerDto extends SaveCustomerDto {
  @Int("版本", { min: 1 }) version: number;
  /** What the project keeps of its customers in addition; mandatory attributes are demanded. */
  @Parts("自定义资料", () => AttributeValueDto, { max: 100, optional: true }) attributes?: AttributeValueDto[] | null;
  /** Companies only: the person to talk to. */
  @Text("联系人", { max: 60, optional: true }) contactName?: string | null;
  /** Per cent. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true, optional: true }) share?: string | null;
}

/** A step of a transfer on the version that was read. */
export class TransferVersionDto {
  @Int("版本", { min: 1 }) version: number;
}

export class RequestTransferApprovalDto extends TransferVersionDto {
  @Text("申请原因", { min: 2, max: 200 }) reason: string;
}

export class CancelTransferDto extends TransferVersionDto {
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
}

/** A transfer in a list. */
export class TransferDto {
  id: string;
  /** GH000001 */
  number: string;
  roomId: string;
  roomCode: string;
  status: TransferStatus;
  transferOn: string | null;
  reason: TransferReason | null;
  oldOwners: string[];
  newOwners: string[];
  createdByName: string;
  createdAt: string;
  completedAt: string | null;
}

export class TransferPageDto extends CursorPageDto<TransferDto> {
  declare items: TransferDto[];
}

/** A present relation of the room with what is to become of it. */
export class TransferRelationDto {
  relationId: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  role: RelationRole;
  share: string | null;
  startsOn: string;
  endsOn: string | null;
  choice: RelationChoice;
}

export class TransferOwnerDto {
  customerId: string;
  customerName: string;
  customerNumber: string;
  customerKind: CustomerKind;
  mobileMasked: string | null;
  idNumberMasked: string | null;
  share: string | null;
}

/** One thing the flow shows: a debt, a balance, a vehicle, an approval. `link` is a page of the console. */
export class TransferItemDto {
  label: string;
  detail: string | null;
  amountFen: number | null;
  link: string | null;
}

/** What a module has to show of the room. */
export class TransferSectionDto {
  key: string;
  title: string;
  items: TransferItemDto[];
}

/** A thing of the old household that is confirmed one by one. */
export class TransferConfirmationDto {
  key: string;
  label: string;
  detail: string | null;
  choices: TransferChoiceDto[];
  /** What was chosen; null while nobody has. */
  choice: string | null;
}

export class TransferChoiceDto {
  value: string;
  label: string;
}

/** A transfer with all that its flow shows. */
export class TransferDetailDto extends TransferDto {
  version: number;
  remark: string | null;
  arrears: ArrearsHandling;
  prepayment: PrepaymentHandling;
  relations: TransferRelationDto[];
  owners: TransferOwnerDto[];
  payerCustomerId: string | null;
  readings: TransferReadingDto[];
  confirmations: TransferConfirmationDto[];
  /** The state of the room, by module; empty once the transfer is done. */
  sections: TransferSectionDto[];
  /** What is still to be entered before it can be submitted. */
  missing: string[];
  /** What stands in the way, whatever anybody approves. */
  blocks: TransferItemDto[];
  /** What would stay open: with any of it the transfer needs the approval of a second person. */
  open: TransferItemDto[];
  /** The request that waits, or was decided last. */
  approvalId: string | null;
  completedByName: string | null;
  cancelReason: string | null;
}
