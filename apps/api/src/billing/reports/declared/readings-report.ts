import { meterKindLabels } from "@linli/contracts";
import type { DataSource } from "typeorm";
import { NATURAL } from "../../../database/natural-order.js";
import { tierName } from "../../pricing/tiers.js";
import {
  date,
  money,
  number,
  PLACES,
  type ReportColumn,
  type ReportRequest,
  type ReportSource,
  state,
  text,
  when,
} from "../report-source.js";

/**
 * What a charge for meters was computed from: each with the last of its readings, so that what several meters of a
 * household came to together stands once. $1 and following as the caller has them.
 */
const billed = (project: string, from: string, to: string) => `
  SELECT DISTINCT ON (mc.charge_id) mc.charge_id, mc.reading_id, c.amount_fen - c.reversed_fen AS fen, c.trace,
         c.reversed_fen < c.amount_fen OR c.amount_fen = 0 AS stands
    FROM meter_charge mc
    JOIN meter_reading r ON r.project_id = mc.project_id AND r.id = mc.reading_id
    JOIN charge c ON c.project_id = mc.project_id AND c.id = mc.charge_id
   WHERE mc.project_id = ${project} AND r.period BETWEEN ${from} AND ${to}
   ORDER BY mc.charge_id, r.read_on DESC, r.id DESC`;

/** 抄表明细表 (BIL-112): the readings of some months, what they used, how that fell into tiers, and what was charged. */
export const readingsReport: ReportSource = {
  purpose: "几个月的抄表：上次和本次读数、倍率、用量、各档用量与单价和收费金额。",
  parameters: ["periods", "buildingId", "feeItemId"],
  notes: [
    "用量 =（本次 − 上次）× 倍率；过零、倒装的表按抄表规则计算。作废的读数不列。金额为该读数出账的应收（已减红冲），未出账为空。",
    "阶梯价的，用量按档列出，各档金额 = 本档用量 × 单价，四舍五入到分；应收整笔只舍入一次，并含附加费，以金额为准。一户几只表合并计费的，阶梯和金额列在最后一只表上；调价分成两笔的，单价不同时不列单价。",
  ],
  columns: async (request, db) => {
    const tiers = await tiersOf(db, request);
    return [
      text("no", "表号", { link: "METER", linkId: "meterId" }),
      state("kind", "表具", meterKindLabels),
      text("place", "房号或位置"),
      text("period", "月份"),
      date("readOn", "抄表日期"),
      number("previous", "上次读数"),
      number("value", "本次读数"),
      number("multiplier", "倍率"),
      number("use", "用量"),
      state("estimated", "估读", { true: "估读", false: "实抄" }),
      number("unitPrice", "单价（元）"),
      ...tiers.flatMap(tierColumns),
      money("amountFen", "金额"),
    ];
  },
  order: `place ${NATURAL}, no, "readOn", id`,
  rows: (request, param, _db, columns) => {
    const { projectId, fromPeriod, toPeriod, buildingId, feeItemId } = request;
    const [project, from, to] = [`${param(projectId)}::uuid`, param(fromPeriod), param(toPeriod)];
    const tiers = columns.filter(({ key }) => TIER_USE.test(key)).flatMap((_column, index) => tierSums(index));
    return `SELECT x.id::text AS id, m.id AS "meterId", m.no, m.kind, coalesce(r.code, m.position, '') AS place, x.period, x.read_on AS "readOn",
            trim_scale(x.previous)::text AS previous, trim_scale(x.value)::text AS value, trim_scale(x.multiplier)::text AS multiplier,
            trim_scale(x.use)::text AS use, x.estimated::text AS estimated, b.*, b.fen AS "amountFen"
       FROM meter_reading x
       JOIN meter m ON m.project_id = x.project_id AND m.id = x.meter_id
       LEFT JOIN room r ON r.project_id = x.project_id AND r.id = x.room_id
       LEFT ${PLACES}
       LEFT JOIN (SELECT b.reading_id, sum(b.fen)::bigint AS fen, ${samePrice("(b.trace->>'price')::numeric", "b.stands AND b.trace->'tiers' IS NULL")} AS "unitPrice"
                         ${tiers.map((sum) => `, ${sum}`).join("")}
                    FROM (${billed(project, from, to)}) b GROUP BY b.reading_id) b ON b.reading_id = x.id
      WHERE x.project_id = ${project} AND x.status = 'VALID' AND x.period BETWEEN ${from} AND ${to}
            ${when("coalesce(u.building_id, m.building_id)", buildingId, param)}${when("m.fee_item_id", feeItemId, param)}`;
  },
};

/** The tiers that the charges of the months asked for have, by their places: [0, 1, 2]. */
async function tiersOf(db: DataSource, { projectId, fromPeriod, toPeriod }: ReportRequest): Promise<number[]> {
  const [most] = await db.query<{ tiers: number }[]>(
    `SELECT coalesce(max(jsonb_array_length(b.trace->'tiers'->'split')), 0)::int AS tiers FROM (${billed("$1", "$2", "$3")}) b WHERE b.stands`,
    [projectId, fromPeriod, toPeriod],
  );
  return Array.from({ length: most!.tiers }, (_, index) => index);
}

/** The first column of each tier, one after another. */
const TIER_USE = /^tier\d+Use$/;

const tierColumns = (index: number): ReportColumn[] => [
  number(`tier${index}Use`, `${tierName(index)}用量`, { group: tierName(index) }),
  number(`tier${index}Price`, `${tierName(index)}单价（元）`, { group: tierName(index) }),
  money(`tier${index}Fen`, `${tierName(index)}金额`, { group: tierName(index) }),
];

/** What the charges of a reading come to in a tier. */
function tierSums(index: number): string[] {
  const valueOf = (key: string) => `(b.trace->'tiers'->'split'->${index}->>'${key}')::numeric`;
  const [use, price] = [valueOf("use"), valueOf("price")];
  return [
    `trim_scale(sum(${use}) FILTER (WHERE b.stands))::text AS "tier${index}Use"`,
    `${samePrice(price, "b.stands")} AS "tier${index}Price"`,
    `round(sum(${use} * ${price} * 100) FILTER (WHERE b.stands))::bigint AS "tier${index}Fen"`,
  ];
}

/** A price that all charges of a reading share, else null. */
const samePrice = (price: string, where: string): string =>
  `CASE WHEN count(DISTINCT ${price}) FILTER (WHERE ${where}) = 1 THEN trim_scale(min(${price}) FILTER (WHERE ${where}))::text END`;
