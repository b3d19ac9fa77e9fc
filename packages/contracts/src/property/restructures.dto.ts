import { Choice, Id, Int, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "./property.dto.js";
import {
  type RestructureKind,
  restructureKindLabels,
  type RestructureState,
  restructureStateLabels,
  type RestructureTopic,
} from "./restructures.enums.js";
import { RestructurePlanDto } from "./restructure-plan.dto.js";

export class RestructurePath extends ProjectPath {
  @Id("拆分合并编号") restructureId: string;
}

export class RestructureVersionDto {
  @Int("版本", { min: 1 }) version: number;
}

/** Asks for the approval of what the preview showed. */
export class SubmitRestructureDto extends RestructureVersionDto {
  /** That of the preview the person has read; when the rooms have changed since, the request is refused. */
  @Text("预览指纹", { max: 64 }) fingerprint: string;
}

export class RestoreRestructureDto extends RestructureVersionDto {
  @Text("复原原因", { min: 2, max: 200, multiline: true }) reason: string;
}

/** A room that is split or merged, as it is on its last day. Areas in m². */
export class RestructuredRoomDto {
  id: string;
  code: string;
  name: string;
  buildingName: string;
  unitName: string;
  floor: number;
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
}

export class RestructureOwnerChoiceDto {
  customerId: string;
  name: string;
  number: string;
  /** Share in each old room, e.g. 1-101 50 %. */
  rooms: string;
  share: string | null;
}

export class RestructureBindingChoiceDto {
  bindingId: string;
  roomCode: string;
  feeItemId: string;
  feeItemName: string;
  rateName: string;
  /** RateBase */
  base: string;
  /** The standard counts pieces: each new room needs a quantity. */
  needsQuantity: boolean;
  /** That of the old room. */
  quantity: string | null;
  /** Paid up to this day beyond the last one; the new binding begins the day after. */
  paidThrough: string | null;
}

export class RestructurePrepaymentChoiceDto {
  accountId: string;
  roomCode: string;
  customerName: string;
  /** In fen. */
  balanceFen: number;
  /** Of the balance: asked back and not paid yet; stays with the old room, the rest goes to the new one. */
  askedBackFen: number;
}

export class RestructureVehicleChoiceDto {
  relationId: string;
  roomCode: string;
  plate: string;
  customerName: string;
  spaceCode: string | null;
}

export class RestructureMeterChoiceDto {
  meterId: string;
  roomCode: string;
  /** MeterKind */
  kind: string;
  no: string;
  /** What its use is billed as; null for one that is only read. */
  feeItemName: string | null;
  lastReading: string;
  /** Last day that its readings cover; null while it was never read. */
  coveredTo: string | null;
}

/** What must be decided, with a proposal that can be previewed as it is. */
export class RestructureProposalDto {
  rooms: RestructuredRoomDto[];
  plan: RestructurePlanDto;
  owners: RestructureOwnerChoiceDto[];
  /** Merge: the rooms' owners or shares differ, so that `plan.owners` must be filled. */
  ownersDiffer: boolean;
  bindings: RestructureBindingChoiceDto[];
  prepayments: RestructurePrepaymentChoiceDto[];
  vehicles: RestructureVehicleChoiceDto[];
  meters: RestructureMeterChoiceDto[];
}

/** One thing on an old room, and what becomes of it. */
export class RestructureLineDto {
  topic: RestructureTopic;
  roomCode: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** Something the user must know or settle first. */
export class RestructureProblemDto {
  code: string;
  message: string;
  /** Whether it stands in the way; otherwise it is for information. */
  blocking: boolean;
  /** The field of the plan it is about, e.g. parts.1.code. */
  field: string | null;
  /** Page of the console where it can be settled, below the project. */
  link: string | null;
}

/** What would happen (nothing has been written). */
export class RestructurePreviewDto {
  rooms: RestructuredRoomDto[];
  lastDay: string;
  /** m² of all old rooms and of all new ones. */
  buildingAreaBefore: string;
  buildingAreaAfter: string;
  chargeAreaBefore: string;
  chargeAreaAfter: string;
  lines: RestructureLineDto[];
  problems: RestructureProblemDto[];
  /** Stands for the state of the rooms this was computed from. */
  fingerprint: string;
}

export class RestructureQueryDto extends PageQueryDto {
  /** Part of the number or of a room code. */
  @Text("编号或房号", { optional: true, max: 50 }) q?: string;
  @Choice("种类", restructureKindLabels, { optional: true }) kind?: RestructureKind;
  @Choice("状态", restructureStateLabels, { optional: true }) state?: RestructureState;
}

/** A room of a restructure by its code; new rooms have no id before the approval. */
export class RestructureRoomRefDto {
  id: string | null;
  code: string;
}

/** 拆分合并记录 */
export class RestructureDto {
  id: string;
  number: string;
  kind: RestructureKind;
  state: RestructureState;
  effectiveOn: string;
  reason: string;
  oldRooms: RestructureRoomRefDto[];
  newRooms: RestructureRoomRefDto[];
  requestedByName: string;
  approvedByName: string | null;
  /** The pending or last request. */
  approvalId: string | null;
  createdAt: string;
  doneAt: string | null;
  restoredAt: string | null;
  restoredByName: string | null;
  restoreReason: string | null;
  version: number;
}

export class RestructurePageDto extends PageDto<RestructureDto> {
  declare items: RestructureDto[];
}

export class RestructureDetailDto extends RestructureDto {
  plan: RestructurePlanDto;
  /** What the last preview before the request showed. */
  lines: RestructureLineDto[];
}

/** A room before or after another in the history of splits and merges. */
export class LineageRoomDto {
  id: string;
  code: string;
  name: string;
  /** Steps away from the room asked for: 1 for the room it came from or went into. */
  depth: number;
  /** First day; null for a room that was always there. */
  startsOn: string | null;
  /** Last day; null while it lasts. */
  endedOn: string | null;
  restructureId: string;
  restructureNumber: string;
  kind: RestructureKind;
  /** DONE or RESTORED */
  state: RestructureState;
  effectiveOn: string;
  /** Owed on this room, in fen; null without the right to see charges. */
  openFen: number | null;
}

/** Where a room came from and what became of it (GAP-03); at most 20 steps each way. */
export class RoomLineageDto {
  roomId: string;
  startsOn: string | null;
  endedOn: string | null;
  ancestors: LineageRoomDto[];
  descendants: LineageRoomDto[];
}
