import { Choice, Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type ApprovalKind, approvalKindLabels, type ApprovalStatus, approvalStatusLabels } from "./approvals.enums.js";

export class ApprovalPath extends ProjectPath {
  @Id("审批编号") approvalId: string;
}

export class ApprovalQueryDto extends CursorQueryDto {
  @Choice("审批种类", approvalKindLabels, { optional: true }) kind?: ApprovalKind;
  @Choice("状态", approvalStatusLabels, { optional: true }) status?: ApprovalStatus;
  /** Only those the caller may decide now: pending, of a kind he approves, asked for by somebody else. */
  @QueryFlag("待我审批") mine?: boolean;
  /** Only what the caller asked for himself. */
  @QueryFlag("我的申请") own?: boolean;
  /** The thing it is about, e.g. a room. */
  @Id("所属对象", { optional: true }) subjectId?: string;
}

/** The decision on a request; a refusal says why. */
export class RejectApprovalDto {
  @Text("拒绝原因", { max: 200, min: 2 }) reason: string;
}

export class ApproveDto {
  @Text("审批意见", { max: 200, optional: true }) note?: string | null;
}

/** One line of what is asked for: what it is now and what it would become. */
export class ApprovalLineDto {
  label: string;
  before: string | null;
  after: string | null;
}

/** A request that waits for, or had, the decision of a second person. */
export class ApprovalDto {
  id: string;
  kind: ApprovalKind;
  status: ApprovalStatus;
  /** What is asked for, in a sentence. */
  title: string;
  reason: string;
  /** Kind and id of the thing it is about, e.g. room. */
  subjectType: string;
  subjectId: string;
  /** What would change, for the approver to read. */
  lines: ApprovalLineDto[];
  requestedBy: string;
  requestedByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  note: string | null;
  /** Whether the caller may decide it now. */
  canDecide: boolean;
  /** Whether the caller may withdraw it now. */
  canWithdraw: boolean;
}

export class ApprovalPageDto extends CursorPageDto<ApprovalDto> {
  declare items: ApprovalDto[];
}
