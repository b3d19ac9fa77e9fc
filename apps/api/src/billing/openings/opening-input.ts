import type { DepositObject, OpeningKind, OpeningRowKind, OpeningTotalKind } from "@linli/contracts";

/** A row of the workbook as it was read; `faults` are the sentences about its cells. */
export interface OpeningInput {
  kind: OpeningRowKind;
  sheet: string;
  rowNo: number;
  roomCode: string | null;
  customerName: string | null;
  customerNo: string | null;
  feeItemName: string | null;
  fromOn: string | null;
  toOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  amountFen: number | null;
  paidFen: number | null;
  documentNo: string | null;
  /** What a deposit is for. */
  object: DepositObject | null;
  /** What arrears or a deposit are for beside the room, as the file calls it (BIL-05). */
  chargeObject: string | null;
  cycle: string | null;
  cashier: string | null;
  remark: string | null;
  faults: string[];
}

/** A total row (合计) of the old list: of a fee item, a building, both, or all. */
export interface TotalInput {
  kind: OpeningTotalKind;
  sheet: string;
  rowNo: number;
  feeItemName: string | null;
  buildingName: string | null;
  amountFen: number | null;
  faults: string[];
}

/** A workbook as it was read. */
export interface OpeningFile {
  kind: OpeningKind;
  fileName: string;
  sha256: string;
  otherSheets: string[];
  rows: OpeningInput[];
  totals: TotalInput[];
}

/** A row with what its words stand for in the project. */
export interface ResolvedRow extends OpeningInput {
  roomId: string | null;
  feeItemId: string | null;
  customerId: string | null;
  objectId: string | null;
}
