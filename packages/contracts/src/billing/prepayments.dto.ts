import { Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { PrepaymentSource } from "./billing.enums.js";

export class PrepaymentPath extends ProjectPath {
  @Id("预收账户编号") accountId: string;
}

export class PrepaymentQueryDto extends CursorQueryDto {
  /** Part of room code, customer name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("客户", { optional: true }) customerId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  /** Only accounts with, or only without, a balance. */
  @QueryFlag("有余额") withBalance?: boolean;
}

/** Money a customer paid ahead for a room (预收, BIL-60), in fen. */
export class PrepaymentDto {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  balanceFen: number;
  lastMovedOn: string | null;
}

export class PrepaymentPageDto extends CursorPageDto<PrepaymentDto> {
  declare items: PrepaymentDto[];
  /** Balance of all accounts found, whatever the stretch. */
  balanceFen: number;
}

/** One change of an account, in fen. */
export class PrepaymentMovementDto {
  id: string;
  source: PrepaymentSource;
  /** Into the account positive. */
  amountFen: number;
  balanceAfterFen: number;
  bookedOn: string;
  receiptId: string | null;
  receiptNo: string | null;
  createdAt: string;
}

export class PrepaymentMovementQueryDto extends CursorQueryDto {}

export class PrepaymentMovementPageDto extends CursorPageDto<PrepaymentMovementDto> {
  declare items: PrepaymentMovementDto[];
}
