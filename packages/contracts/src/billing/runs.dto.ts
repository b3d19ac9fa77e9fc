import { Choice, Flag, Id, Ids, Period, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto, PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type RunDifference, runDifferenceLabels, type RunStatus, runStatusLabels } from "./billing.enums.js";

export class RunPath extends ProjectPath {
  @Id("批次编号") runId: string;
}

export class RunQueryDto extends PageQueryDto {
  @Period("账期", { optional: true }) period?: string;
  @Choice("状态", runStatusLabels, { optional: true }) status?: RunStatus;
}

/** Computes what a month would bring, without owing anybody anything (BIL-17). Empty lists mean all. */
export class RehearseRunDto {
  @Period("账期") period: string;
  @Ids("楼栋", { optional: true, min: 0 }) buildingIds?: string[];
  @Ids("房间", { optional: true, min: 0, max: 5000 }) roomIds?: string[];
  @Ids("收费项目", { optional: true, min: 0 }) feeItemIds?: string[];
}

export class PublishRunDto {
  /** Publishes the others when some lines have no payer; without it such lines stop the publication. */
  @Flag("跳过无收费对象的明细", { optional: true }) skipWithoutPayer?: boolean;
}

export class ReverseRunDto {
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
}

/** The work that was started; follow it through `jobs`. */
export class RunJobDto {
  runId: string;
  jobId: string;
}

/** One go of computing receivables (计费批次). */
export class RunDto {
  id: string;
  /** Month billed and booked, YYYY-MM. */
  period: string;
  status: RunStatus;
  buildingIds: string[];
  roomIds: string[];
  feeItemIds: string[];
  /** Lines and sum to be published, in fen; lines without payer not counted. */
  lineCount: number;
  amountFen: number;
  /** Lines left alone because they were charged before. */
  skippedCount: number;
  /** Lines per RunDifference. */
  differences: Record<string, number>;
  /** Why it failed or was refused, in Chinese. */
  failure: string | null;
  jobId: string | null;
  createdByName: string;
  createdAt: string;
  publishedAt: string | null;
  reversedAt: string | null;
  reversalReason: string | null;
}

export class RunPageDto extends PageDto<RunDto> {
  declare items: RunDto[];
}

export class RunLineQueryDto extends CursorQueryDto {
  @Choice("差异", runDifferenceLabels, { optional: true }) difference?: RunDifference;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  /** Part of the room code. */
  @Text("房号", { optional: true, max: 50 }) q?: string;
}

/** A rehearsed line. */
export class RunLineDto {
  id: string;
  roomId: string;
  roomCode: string;
  feeItemId: string;
  feeItemName: string;
  rateName: string | null;
  payerId: string | null;
  payerName: string | null;
  /** Service month. */
  period: string;
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  /** What the same room and item came to in the month before; null when there was none. */
  previousFen: number | null;
  difference: RunDifference;
  /** Why nobody can be billed, naming the room, or who was billed before (BIL-13, BIL-14), in Chinese; null otherwise. */
  note: string | null;
  /** How the amount came about, in Chinese sentences; the note is among them. */
  explanation: string[];
}

export class RunLinePageDto extends CursorPageDto<RunLineDto> {
  declare items: RunLineDto[];
}
