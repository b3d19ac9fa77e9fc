import { meterKindLabels, shareMethodLabels } from "@linli/contracts";
import { NATURAL } from "../../../database/natural-order.js";
import { lossesOf } from "../../meters/loss.sql.js";
import { BY_ROOM, count, money, number, PLACES, type ReportSource, state, text, when } from "../report-source.js";

/** 损耗表: what is lost between master meters and the meters behind them, month by month (BIL-25). */
export const lossesReport: ReportSource = {
  purpose: "几个月总表与其下分表的用量差。",
  parameters: ["periods", "buildingId", "feeItemId"],
  notes: ["损耗 = 总表用量 − 分表合计；总表没有读数的月份没有损耗。缺读数的分表按零计入合计，损耗因此偏大。"],
  columns: () => [
    text("period", "月份"),
    text("no", "总表", { link: "METER", linkId: "meterId" }),
    state("kind", "表具", meterKindLabels),
    text("place", "楼栋或位置"),
    number("masterUse", "总表用量"),
    number("subUse", "分表合计"),
    count("subCount", "分表数"),
    count("missingCount", "缺读数"),
    number("loss", "损耗"),
    number("lossPercent", "损耗率（%）"),
  ],
  order: `period, place ${NATURAL}, no, id`,
  rows: ({ projectId, fromPeriod, toPeriod, buildingId, feeItemId }, param) => {
    const [project, from, to] = [`${param(projectId)}::uuid`, param(fromPeriod), param(toPeriod)];
    const months = `SELECT to_char(d, 'YYYY-MM') AS period
                      FROM generate_series((${from} || '-01')::date, (${to} || '-01')::date, interval '1 month') d`;
    return `SELECT x.id || ' ' || x.period AS id, x.id AS "meterId", x.period, m.no, m.kind, coalesce(g.name, m.position, '') AS place,
                   trim_scale(x.master_use)::text AS "masterUse", trim_scale(x.sub_use)::text AS "subUse",
                   x.sub_count AS "subCount", x.missing_count AS "missingCount",
                   trim_scale(x.master_use - x.sub_use)::text AS loss,
                   CASE WHEN x.master_use > 0 THEN round((x.master_use - x.sub_use) * 100 / x.master_use, 2)::text END AS "lossPercent"
              FROM (${lossesOf(project, months)}) x
              JOIN meter m ON m.project_id = ${project} AND m.id = x.id
              LEFT JOIN building g ON g.project_id = m.project_id AND g.id = m.building_id
             WHERE true${when("m.building_id", buildingId, param)}${when("m.fee_item_id", feeItemId, param)}`;
  },
};

/** 公摊明细表: what each room was given of each pool. */
export const sharesReport: ReportSource = {
  purpose: "几个月已确认的公摊：分摊方式、基数、各房间分摊额。",
  parameters: ["periods", "buildingId", "feeItemId"],
  notes: [
    "按最大余数法，各房间分摊额之和等于分摊总额；“由物业承担”的份额计入分摊但不向住户收取。按总额分摊的没有用量和单价。",
  ],
  columns: () => [
    text("poolName", "分摊项目"),
    text("period", "月份"),
    number("use", "公共用量"),
    number("unitPrice", "单价（元）"),
    state("method", "分摊方式", shareMethodLabels),
    text("roomCode", "房号", { link: "ROOM", linkId: "roomId" }),
    number("weight", "本户基数"),
    number("base", "总基数"),
    money("amountFen", "分摊额"),
    state("borne", "承担", { true: "物业承担", false: "住户" }),
  ],
  order: `"poolName", period, ${BY_ROOM}, id`,
  rows: ({ projectId, fromPeriod, toPeriod, buildingId, feeItemId }, param) =>
    `SELECT x.id::text AS id, p.name AS "poolName", x.period, trim_scale(s.use)::text AS use, trim_scale(s.unit_price)::text AS "unitPrice",
            s.method, r.id AS "roomId", r.code AS "roomCode", trim_scale(x.weight)::text AS weight, trim_scale(s.base)::text AS base, x.amount_fen AS "amountFen", x.borne::text AS borne
       FROM share_line x
       JOIN month_share s ON s.project_id = x.project_id AND s.id = x.share_id AND s.status = 'CONFIRMED'
       JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
       JOIN room r ON r.project_id = x.project_id AND r.id = x.room_id ${PLACES}
      WHERE x.project_id = ${param(projectId)}::uuid AND x.period BETWEEN ${param(fromPeriod)} AND ${param(toPeriod)}
            ${when("u.building_id", buildingId, param)}${when("x.fee_item_id", feeItemId, param)}`,
};

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

/** 年度收费一览 (单元年度): rooms × months. */
export const yearReport: ReportSource = {
  purpose: "一年十二个月各房间的收费情况：未出账、已缴清、还欠多少。",
  parameters: ["year", "buildingId", "feeItemId"],
  notes: [
    "按费用所属月份；“—”为没有应收，“已缴”为当月应收已清（收款、冲抵或减免），金额为当月仍欠。违约金列在入账的月份。",
  ],
  columns: () => [
    text("roomCode", "房号", { link: "ROOM", linkId: "roomId" }),
    ...MONTHS.map((month) => ({ key: `m${month}`, title: `${Number(month)} 月`, kind: "OPEN" as const })),
    money("openFen", "全年欠费"),
  ],
  order: `${BY_ROOM}, id`,
  rows: ({ projectId, year, buildingId, feeItemId }, param) => {
    const months = MONTHS.map(
      (month) => `sum(c.open_fen) FILTER (WHERE c.period = ${param(`${year}-${month}`)})::bigint AS m${month}`,
    );
    return `SELECT r.id::text AS id, r.id AS "roomId", r.code AS "roomCode", ${months.join(", ")}, sum(c.open_fen)::bigint AS "openFen"
              FROM charge c
              JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id ${PLACES}
             WHERE c.project_id = ${param(projectId)}::uuid AND c.period BETWEEN ${param(`${year}-01`)} AND ${param(`${year}-12`)}
               AND (c.reversed_fen < c.amount_fen OR c.amount_fen = 0)
               ${when("u.building_id", buildingId, param)}${when("c.fee_item_id", feeItemId, param)}
             GROUP BY r.id, r.code`;
  },
};
