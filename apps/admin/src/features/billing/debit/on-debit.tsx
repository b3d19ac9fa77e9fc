import { Tooltip } from "antd";
import "./on-debit.css";

/** Why a charge cannot be paid, waived or reversed while a bank is asked for it. */
export const onDebitReason = (batchNo: string) =>
  `在托收批次 ${batchNo} 里，等银行回盘；回盘或批次作废之前不能收款、减免和红冲`;

/** The mark of a charge that is out with a bank (托收中, BIL-101). */
export function OnDebit({ batchNo }: { batchNo: string }) {
  return (
    <Tooltip title={onDebitReason(batchNo)} trigger={["hover", "focus"]}>
      <button type="button" className="tone tone-warning on-debit">
        托收中 {batchNo}
      </button>
    </Tooltip>
  );
}
