import { Choice, DateOnly, Decimal, Fen, Flag, Id, Int, Part, Text } from "../../common/fields.js";
import { RoomSelectionDto } from "../bindings.dto.js";
import { type ChargeBasis, chargeBasisLabels, type ChargeBatchKind, type ChargeSkip } from "./charge-batches.enums.js";

/** One one-off charge for each of many rooms (BIL-146). */
export class RoomChargeTermsDto {
  /** An active item of kind 临时 or 出入证. */
  @Id("收费项目") feeItemId: string;
  @Part("房间", () => RoomSelectionDto) rooms: RoomSelectionDto;
  @Choice("计费方式", chargeBasisLabels) basis: ChargeBasis;
  /** Of each room; for the basis ROOM. */
  @Fen("金额", { optional: true, min: 1 }) amountFen?: number | null;
  /** Yuan per m² of charge area; for the basis AREA. Rounded once to the fen. */
  @Decimal("单价", { optional: true, places: 6, positive: true, max: "1000000" }) unitPrice?: string | null;
  @DateOnly("费用起") serviceFrom: string;
  @DateOnly("费用止") serviceTo: string;
  @DateOnly("应缴日期") dueOn: string;
}

/** As it is previewed: what it is for may not be written yet. */
export class ProposeRoomChargesDto extends RoomChargeTermsDto {
  @Text("说明", { optional: true, max: 200 }) remark?: string | null;
}

/** Charges many rooms at once, all or nothing. */
export class CreateRoomChargesDto extends RoomChargeTermsDto {
  /** Chosen by the client, so that a retry charges once. */
  @Id("批量编号") id: string;
  /** What it is for and the number of the source document; stands on every charge. */
  @Text("说明", { max: 200 }) remark: string;
  /** Leaves out rooms that cannot be charged; otherwise one such room refuses all. */
  @Flag("跳过不能收费的房间", { optional: true }) skipRooms?: boolean;
  /** As the preview said them: when it comes to something else by now, nothing is charged. */
  @Int("预览的笔数", { max: 20_000 }) expectedCount: number;
  @Fen("预览的合计") expectedFen: number;
}

/** What a batch would do to one room. */
export class RoomChargePreviewDto {
  roomId: string;
  roomCode: string;
  roomName: string;
  payerName: string | null;
  /** Charge area in m², for the basis AREA. */
  area: string | null;
  /** In fen; null for a room that is not charged. */
  amountFen: number | null;
  skip: ChargeSkip | null;
}

export class RoomChargesPreviewDto {
  createCount: number;
  amountFen: number;
  skippedCount: number;
  /** Rooms that are not charged first, then by code; at most 500. */
  rows: RoomChargePreviewDto[];
}

/** Charges entered together: found again by their number. */
export class ChargeBatchDto {
  id: string;
  batchNo: string;
  kind: ChargeBatchKind;
  chargeCount: number;
  amountFen: number;
  /** Rooms left out. */
  skippedCount: number;
}

export class ChargeFileQueryDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("批量编号") id: string;
}

/** A row of a workbook that cannot be charged. */
export class ChargeFileFaultDto {
  rowNo: number;
  roomCode: string;
  message: string;
}

export class ChargeFileItemDto {
  feeItemName: string;
  count: number;
  amountFen: number;
}

/** What a workbook of one-off charges would do (BIL-03, BIL-146). */
export class ChargeFileCheckDto {
  rowCount: number;
  /** Of the rows without a fault. */
  amountFen: number;
  items: ChargeFileItemDto[];
  faultCount: number;
  /** The first 200. */
  faults: ChargeFileFaultDto[];
}
