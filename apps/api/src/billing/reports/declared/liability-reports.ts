import { paidBeyond } from "../../liability/paid-beyond.sql.js";
import { movedAccounts, turnoverSums } from "../../liability/turnover.sql.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import {
  BY_ROOM,
  customerColumn,
  date,
  money,
  PLACES,
  type ReportSource,
  roomColumn,
  text,
  when,
} from "../report-source.js";

/** 预收款余额发生表: the accounts that held or moved money in some days (BIL-60). */
export const prepaymentsReport: ReportSource = {
  purpose: "一段时间每个预收账户的期初、存入、冲抵、退款、结转和期末余额。",
  parameters: ["days", "buildingId", "feeItemId"],
  notes: [
    "期初 + 存入 − 冲抵 − 退款 + 结转 = 期末；红冲冲减原来的存入或冲抵，期初导入的余额列在存入。选了收费项目的，只列这个项目的专用账户。",
  ],
  columns: () => [
    roomColumn,
    customerColumn("客户"),
    text("account", "账户"),
    money("openingFen", "期初"),
    money("inFen", "存入"),
    money("usedFen", "冲抵"),
    money("refundedFen", "退款"),
    money("movedFen", "结转"),
    money("closingFen", "期末"),
  ],
  order: `${BY_ROOM}, account, id`,
  rows: ({ projectId, from, to, buildingId, feeItemId }, param) => {
    const project = `${param(projectId)}::uuid`;
    const span = { from: param(from), to: param(to) };
    const moved = movedAccounts({ project, ...span, building: `${param(buildingId)}::uuid`, kind: "NULL" });
    return `${moved} SELECT per.id::text AS id, per.room_id AS "roomId", per.code AS "roomCode", c.id AS "customerId", c.name AS "customerName",
              coalesce('专用：' || i.name, '通用') AS account, ${turnoverSums("GROUPED")}
         FROM per ${joinSurvivor("c", project, "per.customer_id")}
         LEFT JOIN fee_item i ON i.project_id = ${project} AND i.id = per.fee_item_id
        WHERE true${when("per.fee_item_id", feeItemId, param)}`;
  },
};

/** 预缴清单: what is paid beyond a day and would be due back were the service to end (BIL-65, LAW-14). */
export const paidBeyondReport: ReportSource = {
  purpose: "服务在某天终止时应当退还业主的预缴：预收余额，和已缴费用中这一天以后的部分。",
  parameters: ["asOf", "buildingId", "feeItemId"],
  notes: [
    "预收余额是现在的余额（选了收费项目的，只算这个项目的专用预收）；已缴费用按天数取截止日以后的部分。押金不在其中。",
    "服务合同终止时，已预缴而未提供服务的费用应当退还（LAW-14）。",
  ],
  columns: () => [
    roomColumn,
    customerColumn("客户"),
    money("balanceFen", "预收余额"),
    money("chargesFen", "截止日后已缴"),
    date("paidTo", "缴至"),
    money("totalFen", "合计"),
  ],
  order: `${BY_ROOM}, id`,
  rows: ({ projectId, asOf, buildingId, feeItemId }, param) => {
    const project = `${param(projectId)}::uuid`;
    const feeItem = feeItemId === null ? undefined : `${param(feeItemId)}::uuid`;
    return `${paidBeyond({ project, day: param(asOf), feeItem })} SELECT r.id || ' ' || c.id AS id, r.id AS "roomId", r.code AS "roomCode",
                   c.id AS "customerId", c.name AS "customerName", k.balance::bigint AS "balanceFen", k.charges::bigint AS "chargesFen",
                   k.paid_to AS "paidTo", (k.balance + k.charges)::bigint AS "totalFen"
              FROM keyed k JOIN room r ON r.project_id = ${project} AND r.id = k.room_id ${PLACES}
              JOIN customer c ON c.project_id = ${project} AND c.id = k.customer_id
             WHERE true${when("u.building_id", buildingId, param)}`;
  },
};
