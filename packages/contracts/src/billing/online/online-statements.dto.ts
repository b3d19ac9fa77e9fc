import { DateOnly, Id, QueryFlag, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import type { OnlineDifferenceKind, OnlineLineKind } from "./online.enums.js";

export class OnlineStatementPath extends ProjectPath {
  @Id("渠道对账单") statementId: string;
}

export class OnlineDifferencePath extends OnlineStatementPath {
  @Id("对账差异") differenceId: string;
}

/** Fetches a channel's statement of a day and compares it line by line; again, it compares anew. */
export class FetchOnlineStatementDto {
  @Id("支付渠道") channelId: string;
  /** A day that is over; channels make their statements in the morning after. */
  @DateOnly("对账日期") day: string;
}

/** Says why a difference is in order, or what was done about it. */
export class SettleOnlineDifferenceDto {
  @Text("处理说明", { min: 2, max: 200 }) note: string;
}

export class OnlineStatementQueryDto extends CursorQueryDto {
  @Id("支付渠道", { optional: true }) channelId?: string;
  @DateOnly("对账日期起", { optional: true }) from?: string;
  @DateOnly("对账日期止", { optional: true }) to?: string;
  /** Only those with differences nobody has settled. */
  @QueryFlag("有未处理差异") open?: boolean;
}

/** A day's statement of a channel, in fen. */
export class OnlineStatementDto {
  id: string;
  channelId: string;
  channelName: string;
  day: string;
  /** What the channel says. */
  paymentCount: number;
  paymentFen: number;
  refundCount: number;
  refundFen: number;
  /** All differences, and those nobody has settled. */
  differenceCount: number;
  openCount: number;
  fetchedAt: string;
  fetchedByName: string;
}

export class OnlineStatementPageDto extends CursorPageDto<OnlineStatementDto> {
  declare items: OnlineStatementDto[];
}

/** A line that does not stand on both sides with the same sum, in fen. */
export class OnlineDifferenceDto {
  id: string;
  kind: OnlineDifferenceKind;
  line: OnlineLineKind;
  tradeNo: string;
  /** Of a payment its transaction number, of a refund our number of it. */
  reference: string;
  /** The order it belongs to, when it is one of ours. */
  orderId: string | null;
  orderNo: string | null;
  oursFen: number | null;
  theirsFen: number | null;
  /** How it was settled; null while it is open. */
  note: string | null;
  settledByName: string | null;
  settledAt: string | null;
}

export class OnlineStatementDetailDto extends OnlineStatementDto {
  differences: OnlineDifferenceDto[];
}
