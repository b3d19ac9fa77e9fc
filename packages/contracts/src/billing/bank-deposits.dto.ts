import { DateOnly, Fen, Flag, Id, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";

export class BankDepositPath extends ProjectPath {
  @Id("解款单编号") depositId: string;
}

/** Cash carried to the bank (解款, BIL-73). */
export class RecordBankDepositDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("解款单编号") id: string;
  /** Number on the bank's slip. */
  @Text("解款单号", { max: 40 }) slipNo: string;
  /** Day at the bank; not later than today. */
  @DateOnly("解款日期") depositedOn: string;
  /** The day whose takings it is. */
  @DateOnly("款项所属日期") takingsOn: string;
  @Fen("解款金额", { min: 1 }) amountFen: number;
  /** The bank account it went to. */
  @Text("存入账户", { max: 60 }) account: string;
  /** Taken out of the till of the person's own open shift; otherwise out of what closed shifts handed in. */
  @Flag("从当班现金中解款") fromShift: boolean;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

/** Strikes out a slip that was recorded wrongly. */
export class CancelBankDepositDto {
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
}

export class BankDepositQueryDto extends CursorQueryDto {
  @DateOnly("款项日期起", { optional: true }) from?: string;
  @DateOnly("款项日期止", { optional: true }) to?: string;
  /** Part of the slip's number. */
  @Text("解款单号", { optional: true, max: 40 }) q?: string;
}

/** A deposit slip (解款单), in fen. */
export class BankDepositDto {
  id: string;
  slipNo: string;
  depositedOn: string;
  takingsOn: string;
  amountFen: number;
  account: string;
  shiftNo: string | null;
  recordedByName: string;
  createdAt: string;
  remark: string | null;
  /** Why it does not count any more; null while it does. */
  cancelReason: string | null;
}

export class BankDepositPageDto extends CursorPageDto<BankDepositDto> {
  declare items: BankDepositDto[];
}
