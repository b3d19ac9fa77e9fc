import { FUND_LOW_PERCENT, type FundEntryKind } from "@linli/contracts";
import { OWNERS } from "../../maintenance-fund/fund-owners.sql.js";
import { BY_ROOM, money, number, PLACES, type ReportSource, roomColumn, state, text, when } from "../report-source.js";

const sumOf = (kind: FundEntryKind): string =>
  `coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = '${kind}'), 0)::bigint`;

/** 维修资金分户表 (BIL-130, LAW-23): by building and household, for publication. It has no fee items: it is never income. */
export const maintenanceFundReport: ReportSource = {
  purpose: "截至一天每户专项维修资金的交存、利息、使用和余额，供按楼栋、按户公示。",
  parameters: ["asOf", "buildingId"],
  notes: [
    "按登记的日期（对账日期、划款日期）算到截止日（含），红冲冲减。余额 = 首期交存 + 续交 + 利息收益 + 转入转出 − 已使用。",
    `维修资金归业主所有，由主管部门或业主的专户保管，这里只登记、不收款；余额低于首期交存 ${FUND_LOW_PERCENT}% 的应当续交。`,
  ],
  columns: () => [
    text("buildingName", "楼栋"),
    roomColumn,
    text("ownerNames", "业主"),
    number("area", "建筑面积（m²）"),
    money("firstDepositFen", "首期交存"),
    money("topUpFen", "续交"),
    money("interestFen", "利息收益"),
    money("movedFen", "转入转出"),
    money("usedFen", "已使用"),
    money("balanceFen", "余额"),
    state("low", "提示", { LOW: `低于首期 ${FUND_LOW_PERCENT}%`, OK: "" }),
  ],
  order: BY_ROOM,
  rows: ({ projectId, asOf, buildingId }, param) => {
    const [project, day] = [`${param(projectId)}::uuid`, param(asOf)];
    return `SELECT x.*, CASE WHEN x."balanceFen" * 100 < x."firstDepositFen" * ${FUND_LOW_PERCENT} THEN 'LOW' ELSE 'OK' END AS low
              FROM (SELECT r.id::text AS id, r.id AS "roomId", r.code AS "roomCode", g.name AS "buildingName", ${OWNERS(day)} AS "ownerNames",
                           trim_scale(r.building_area)::text AS area, s.first AS "firstDepositFen", s.top_up AS "topUpFen",
                           s.interest AS "interestFen", s.moved AS "movedFen", s.used AS "usedFen", s.balance AS "balanceFen"
                      FROM (SELECT e.project_id, e.room_id, ${sumOf("FIRST_DEPOSIT")} AS first, ${sumOf("TOP_UP")} AS top_up,
                                   ${sumOf("INTEREST")} AS interest, ${sumOf("MOVED")} AS moved, -${sumOf("USE")} AS used,
                                   sum(e.amount_fen)::bigint AS balance
                              FROM fund_entry e WHERE e.project_id = ${project} AND e.booked_on <= ${day}::date GROUP BY e.project_id, e.room_id) s
                      JOIN room r ON r.project_id = s.project_id AND r.id = s.room_id ${PLACES}
                      JOIN building g ON g.project_id = u.project_id AND g.id = u.building_id
                     WHERE true${when("u.building_id", buildingId, param)}) x`;
  },
};
