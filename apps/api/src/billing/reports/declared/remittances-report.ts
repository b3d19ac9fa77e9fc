import {
  broughtOver,
  COLLECTED_FOR_OTHERS,
  collected,
  refunded,
  remitted,
} from "../../remittances/collected-items.sql.js";
import { money, type ReportSource, text } from "../report-source.js";

/**
 * 代收代付汇缴表 (BIL-07, BIL-112, LAW-09): opening + collected − refunded − remitted = to remit, by supplier and item. Not
 * by building: what is remitted is paid to a supplier for the whole project.
 */
export const remittancesReport: ReportSource = {
  purpose: "一段时间各代收代付项目的期初应缴、代收、退还、解缴和期末应缴，供与收款单位对账。",
  parameters: ["days", "feeItemId"],
  notes: [
    "期初应缴：这段时间之前代收未解缴的钱，含期初导入的代收未解缴。",
    "代收：收款和预收冲抵的钱，按收款日，红冲冲减；退还：退款退给业主的部分，按退款红字收据的日期。",
    "解缴：登记的解缴日期落在这段时间的金额，红字冲减。期末应缴 = 期初应缴 + 代收 − 退还 − 解缴。",
    "代收代付不得向业主收取手续费等额外费用（物业管理条例第四十四条）。",
  ],
  columns: () => [
    text("supplierName", "收款单位"),
    text("feeItemName", "收费项目"),
    money("openingFen", "期初应缴"),
    money("collectedFen", "代收"),
    money("refundedFen", "退还"),
    money("remittedFen", "解缴"),
    money("toRemitFen", "期末应缴"),
  ],
  order: `"supplierName" NULLS LAST, "feeItemName"`,
  rows: ({ projectId, from, to, feeItemId }, param) => {
    const [project, first, last] = [`${param(projectId)}::uuid`, `${param(from)}::date`, `${param(to)}::date`];
    const [before, within] = [`e.booked_on < ${first}`, `e.booked_on BETWEEN ${first} AND ${last}`];
    const only = feeItemId === null ? "" : ` AND i.id = ${param(feeItemId)}::uuid`;
    return `SELECT x.*, x."openingFen" + x."collectedFen" - x."refundedFen" - x."remittedFen" AS "toRemitFen"
              FROM (SELECT i.id::text AS id, i.supplier_name AS "supplierName", i.name AS "feeItemName",
                           (${broughtOver(`e.booked_on <= ${last}`)} + ${collected(before)} - ${refunded(before)} - ${remitted(before)})::bigint AS "openingFen",
                           ${collected(within)} AS "collectedFen", ${refunded(within)} AS "refundedFen",
                           ${remitted(within)} AS "remittedFen"
                      FROM fee_item i
                     WHERE i.project_id = ${project} AND ${COLLECTED_FOR_OTHERS}${only}) x`;
  },
};
