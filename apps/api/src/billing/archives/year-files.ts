import type { CollectionFiguresDto, SealedPartDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { formatFen } from "../../common/money.js";
import type { ArchiveRow } from "./archive-zip.js";

export const SEAL_TITLES = [
  "月份",
  "序号",
  "校验范围版本",
  "月结时间",
  "月结人",
  "账目",
  "条数",
  "账目校验值",
  "本次校验值",
  "上一个校验值",
  "反结账",
];

interface SealRow {
  period: string;
  sequence: number;
  scheme: number;
  at: string;
  by: string;
  parts: SealedPartDto[];
  hash: string;
  previous: string | null;
  reopened: boolean;
}

/** The seals of the months, a row for each part (BIL-90). */
export async function sealRows(tx: EntityManager, projectId: string, months: readonly string[]): Promise<ArchiveRow[]> {
  const seals = await tx.query<SealRow[]>(
    `SELECT s.period, s.sequence, s.scheme, to_char(s.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
            s.closed_by_name AS by, s.parts, s.hash, s.previous_hash AS previous,
            EXISTS (SELECT 1 FROM period_reopening o WHERE o.project_id = s.project_id AND o.seal_id = s.id) AS reopened
       FROM period_seal s WHERE s.project_id = $1 AND s.period = ANY ($2) ORDER BY s.sequence`,
    [projectId, months],
  );
  return seals.flatMap(({ period, sequence, scheme, at, by, parts, hash, previous, reopened }) =>
    parts.map(({ name, rows, digest }) => ({
      cells: [
        period,
        String(sequence),
        String(scheme),
        at,
        by,
        name,
        String(rows),
        digest,
        hash,
        previous ?? "",
        reopened ? "已反结账" : "",
      ],
    })),
  );
}

interface ClosedMonth {
  period: string;
  closedAt: string;
  closedBy: string;
  figures: CollectionFiguresDto;
  prepayments: { openingFen: number; inFen: number; outFen: number; closingFen: number } | null;
}

/** What the months were closed with. */
export const closedMonths = (tx: EntityManager, projectId: string, months: readonly string[], timeZone: string) =>
  tx.query<ClosedMonth[]>(
    `SELECT period, to_char(closed_at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS') AS "closedAt", closed_by_name AS "closedBy",
            snapshot->'figures' AS figures, snapshot->'prepayments' AS prepayments
       FROM billing_period WHERE project_id = $1 AND period = ANY ($2) AND status = 'CLOSED' ORDER BY period`,
    [projectId, months, timeZone],
  );

const AMOUNTS = {
  receivableFen: "本月应收",
  waivedFen: "减免",
  collectedFen: "已收当期",
  openingFen: "期初欠费",
  waivedArrearsFen: "减免往期",
  collectedArrearsFen: "收回往期",
  closingFen: "期末欠费",
} as const satisfies Partial<Record<keyof CollectionFiguresDto, string>>;
const RATES = {
  currentRate: "当期收缴率（%）",
  arrearsRate: "往期清欠率（%）",
  combinedRate: "综合收缴率（%）",
  roomRate: "户数收缴率（%）",
} as const satisfies Partial<Record<keyof CollectionFiguresDto, string>>;
const PREPAID = { openingFen: "预收期初", inFen: "预收增加", outFen: "预收减少", closingFen: "预收期末" } as const;

const keysOf = <Key extends string>(labels: Readonly<Record<Key, string>>) => Object.keys(labels) as Key[];

export const MONTH_TITLES = ["指标", "数值"];

/** The statistical report of a month, as it was closed (月报). */
export const monthReport = ({ closedAt, closedBy, figures, prepayments }: ClosedMonth): ArchiveRow[] =>
  [
    ["月结时间", closedAt],
    ["月结人", closedBy],
    ...keysOf(AMOUNTS).map((key) => [`${AMOUNTS[key]}（元）`, formatFen(figures[key])]),
    ...(prepayments ? keysOf(PREPAID).map((key) => [`${PREPAID[key]}（元）`, formatFen(prepayments[key])]) : []),
    ...keysOf(RATES).map((key) => [RATES[key], figures[key] ?? ""]),
    ["有应收的房间数", String(figures.rooms)],
    ["缴清的房间数", String(figures.roomsPaid)],
  ].map((cells) => ({ cells }));

export const YEAR_TITLES = [
  "月份",
  ...keysOf(AMOUNTS).map((key) => `${AMOUNTS[key]}（元）`),
  ...keysOf(PREPAID).map((key) => `${PREPAID[key]}（元）`),
  "月结人",
];

/** The report of the year: a row a month, and what moved in all of them. */
export function yearReport(months: readonly ClosedMonth[]): ArchiveRow[] {
  const rows = months.map(({ period, closedBy, figures, prepayments }) => ({
    cells: [
      period,
      ...keysOf(AMOUNTS).map((key) => formatFen(figures[key])),
      ...keysOf(PREPAID).map((key) => (prepayments ? formatFen(prepayments[key]) : "")),
      closedBy,
    ],
  }));
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return rows;
  const moved = (pick: (month: ClosedMonth) => number) =>
    formatFen(months.reduce((sum, month) => sum + pick(month), 0));
  const total = [
    "合计",
    ...keysOf(AMOUNTS).map((key) => {
      if (key === "openingFen") return formatFen(first.figures.openingFen);
      return key === "closingFen" ? formatFen(last.figures.closingFen) : moved(({ figures }) => figures[key]);
    }),
    ...keysOf(PREPAID).map((key) => {
      if (key === "openingFen") return formatFen(first.prepayments?.openingFen ?? 0);
      if (key === "closingFen") return formatFen(last.prepayments?.closingFen ?? 0);
      return moved(({ prepayments }) => prepayments?.[key] ?? 0);
    }),
    "",
  ];
  return [...rows, { cells: total }];
}
