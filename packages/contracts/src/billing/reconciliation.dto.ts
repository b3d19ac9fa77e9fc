import { Choice, DateOnly, Fen, Parts, QueryFlag, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import { type Channel, channelLabels, type ReconciliationState } from "./shifts.enums.js";

export class ReconciliationQueryDto {
  @DateOnly("开始日期") from: string;
  /** At most 62 days later. */
  @DateOnly("结束日期") to: string;
  /** Only what does not agree and is not explained. */
  @QueryFlag("只看差异") onlyOpen?: boolean;
}

/** What a channel's statement says of one day. */
export class StatementLineDto {
  @DateOnly("日期") day: string;
  @Choice("渠道", channelLabels) channel: Channel;
  /** Money in less money back, before the channel's own fees, in fen; may be negative. */
  @Fen("对账单金额", { min: -1_000_000_000_000 }) amountFen: number;
}

/** Enters statement totals by hand or from a file; a day and channel entered again is replaced (BIL-75). */
export class SaveStatementsDto {
  @Parts("对账单", () => StatementLineDto, { min: 1, max: 500 }) lines: StatementLineDto[];
}

export class ReconciliationPath extends ProjectPath {
  @DateOnly("日期") day: string;
  @Choice("渠道", channelLabels) channel: Channel;
}

/** Says why books and statement differ. */
export class ExplainDifferenceDto {
  @Text("差异说明", { min: 2, max: 200 }) reason: string;
}

/** Books against statement, one day and channel, in fen. */
export class ReconciliationRowDto {
  day: string;
  channel: Channel;
  /** Receipts less refunds. */
  bookFen: number;
  /** Of cash: the deposit slips; null while nothing was entered. */
  statementFen: number | null;
  /** Statement less books. */
  differenceFen: number;
  state: ReconciliationState;
  reason: string | null;
  enteredByName: string | null;
}

export class ReconciliationDto {
  items: ReconciliationRowDto[];
  /** Days and channels that do not agree and are not explained. */
  open: number;
}
