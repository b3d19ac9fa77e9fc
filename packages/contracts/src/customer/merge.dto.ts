import { Choice, Id, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { CustomerKind } from "./customer.enums.js";
import { type DuplicateReason, duplicateReasonLabels } from "./merge.enums.js";

export class MergePath extends ProjectPath {
  @Id("合并编号") mergeId: string;
}

/** Two entries of the same customer. */
export class MergePairDto {
  /** Who stays and gets everything. */
  @Id("保留的客户") survivorId: string;
  /** Who is merged into him; his entry stays, closed, and points to the survivor. */
  @Id("并入的客户") mergedId: string;
}

export class MergeCustomersDto extends MergePairDto {
  @Text("合并原因", { min: 2, max: 200 }) reason: string;
}

export class UndoMergeDto {
  @Text("撤销原因", { min: 2, max: 200 }) reason: string;
}

export class DuplicateQueryDto extends CursorQueryDto {
  @Choice("相同之处", duplicateReasonLabels, { optional: true }) by?: DuplicateReason;
}

/** One of two entries. */
export class MergeSideDto {
  id: string;
  number: string;
  name: string;
  kind: CustomerKind;
  mobileMasked: string | null;
  idNumberMasked: string | null;
  /** Codes of the rooms he has or had to do with, at most three. */
  roomCodes: string[];
}

/** Two customers who are probably the same; the older entry first. */
export class DuplicateDto {
  /** Of the pair: both ids together. */
  id: string;
  by: DuplicateReason;
  older: MergeSideDto;
  newer: MergeSideDto;
}

export class DuplicatePageDto extends CursorPageDto<DuplicateDto> {
  declare items: DuplicateDto[];
}

/** Something that goes over to the survivor, or is shown under him from then on. */
export class MergeMoveDto {
  /** What, in Chinese, e.g. 客房关系. */
  what: string;
  count: number;
  /** For money: what is owed or in the account, fen. */
  amountFen: number | null;
}

/** Something both have, and how that is settled. */
export class MergeConflictDto {
  what: string;
  survivor: string;
  merged: string;
  /** What becomes of it, in a sentence. */
  resolution: string;
}

/** What a merge would do; nothing has changed yet. */
export class MergePreviewDto {
  survivor: MergeSideDto;
  merged: MergeSideDto;
  moves: MergeMoveDto[];
  conflicts: MergeConflictDto[];
  /** Why it cannot be done; empty when it can. */
  refusals: string[];
}

/** A merge that was made, as the survivor's page shows it. */
export class MergeDto {
  id: string;
  survivorId: string;
  mergedId: string;
  mergedNumber: string;
  mergedName: string;
  reason: string;
  at: string;
  byName: string;
  undoneAt: string | null;
  undoneByName: string | null;
  undoReason: string | null;
  /** What hangs on it since and keeps it from being undone; empty when it can be. */
  blockers: string[];
}

/** Merges into one customer, the latest first. */
export class MergesDto {
  items: MergeDto[];
}
