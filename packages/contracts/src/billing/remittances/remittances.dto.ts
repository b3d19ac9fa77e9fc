import { Choice, DateOnly, Fen, Id, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type RemittanceMethod, remittanceMethodLabels } from "./remittances.enums.js";

export class RemittancePath extends ProjectPath {
  @Id("解缴登记") remittanceId: string;
}

/** Writes down that money collected for others was handed over to them (代收代付解缴, BIL-07, LAW-09). */
export class RecordRemittanceDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("登记编号") id: string;
  /** An item that is collected for others. */
  @Id("收费项目") feeItemId: string;
  /** In an open month, not later than today. */
  @DateOnly("解缴日期") bookedOn: string;
  /** At most what was collected and not remitted yet, then and now. */
  @Fen("解缴金额", { min: 1 }) amountFen: number;
  /** How it was paid: the account of the method is credited in the month's vouchers. */
  @Choice("付款方式", remittanceMethodLabels) method: RemittanceMethod;
  /** Number of the bank slip or of the supplier's receipt. */
  @Text("凭证号", { min: 1, max: 40 }) slipNo: string;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

/** Takes a remittance back by a red one dated today. */
export class ReverseRemittanceDto {
  /** Of the red entry, chosen by the client. */
  @Id("登记编号") id: string;
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
}

export class RemittanceQueryDto extends CursorQueryDto {
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @DateOnly("日期起", { optional: true }) from?: string;
  @DateOnly("日期止", { optional: true }) to?: string;
  /** Part of the supplier, the slip number or the remark. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
}

/** A remittance, in fen; a red one is negative and names what it takes back. */
export class RemittanceDto {
  id: string;
  feeItemId: string;
  feeItemName: string;
  /** To whom, as the item said it on that day. */
  supplierName: string | null;
  bookedOn: string;
  amountFen: number;
  method: RemittanceMethod;
  slipNo: string;
  /** Of a red one: why. */
  remark: string | null;
  recordedByName: string;
  createdAt: string;
  /** The remittance this red one takes back. */
  reversalOf: string | null;
  /** The red one that took this one back. */
  reversedBy: string | null;
}

export class RemittancePageDto extends CursorPageDto<RemittanceDto> {
  declare items: RemittanceDto[];
}

/** What of an item collected for others is still to be remitted today, in fen: opening + collected − refunded − remitted. */
export class CollectedItemDto {
  feeItemId: string;
  feeItemName: string;
  supplierName: string | null;
  /** The account of its own into which the money is kept. */
  keptAccount: string | null;
  /** Brought over from the books before this system (期初导入, 代收未解缴). */
  openingFen: number;
  /** Received and offset, less what was reversed. */
  collectedFen: number;
  refundedFen: number;
  remittedFen: number;
  /** Below zero when money was given back after it was remitted: the next remittance is that much less. */
  toRemitFen: number;
}

export class CollectedItemsDto {
  items: CollectedItemDto[];
}
