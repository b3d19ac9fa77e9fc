import type { EntityManager } from "typeorm";
import type { ArchiveRow } from "./archive-zip.js";
import { formatFen } from "../../common/money.js";

/** What an archive's files come to in a month, in fen, beside what the month was closed with. */
interface Line {
  month: string;
  name: string;
  filesFen: number;
  /** Booked before the archive begins and counted in this month: money that came early. */
  earlierFen: number;
  snapshotFen: number;
}

/** The measures of a month, as in the snapshot of its close. */
const MEASURES = {
  CHARGED: "应收",
  ADJUSTED: "调整和红冲",
  WAIVED: "减免",
  RECEIVED: "实收",
  PREPAID: "预收变动",
} as const;
type Measure = keyof typeof MEASURES;

/** The measure an entry counts in and its sign there. */
function measureOf(kind: string): [Measure, 1 | -1] {
  if (kind === "WAIVER") return ["WAIVED", -1];
  return kind === "RECEIPT" || kind === "OFFSET" ? ["RECEIVED", -1] : ["ADJUSTED", 1];
}

/** Adds up what is written into the files, and holds it against the snapshots of the months (BIL-90, BIL-144). */
export class SnapshotCheck {
  private readonly sums = new Map<string, number>();
  private openingFen = 0;

  constructor(
    private readonly months: readonly string[],
    private readonly firstPeriod: string,
  ) {}

  /** Of charges the month they were booked in, of prepayments that of the movement. */
  add(month: string, measure: Measure, fen: number): void {
    if (month < this.firstPeriod) {
      if (measure !== "PREPAID") this.openingFen += fen;
      return;
    }
    const key = `${month}/${measure}`;
    this.sums.set(key, (this.sums.get(key) ?? 0) + fen);
  }

  /** An entry in the month it counts in. */
  addEntry(countsIn: string, kind: string, fen: number): void {
    if (countsIn < this.firstPeriod) {
      this.openingFen += fen;
      return;
    }
    const [measure, sign] = measureOf(kind);
    this.add(countsIn, measure, sign * fen);
  }

  /** The lines of all months. */
  async lines(tx: EntityManager, projectId: string): Promise<Line[]> {
    const [first] = this.months;
    const earlier = await this.earlier(tx, projectId);
    const kept = await tx.query<KeptMonth[]>(KEPT, [projectId, this.months]);
    return kept.flatMap(({ month, prepaid, ...sums }) => {
      const line = (measure: Measure, snapshotFen: number): Line => ({
        month,
        name: MEASURES[measure],
        filesFen: this.sums.get(`${month}/${measure}`) ?? 0,
        earlierFen: earlier.get(`${month}/${measure}`) ?? 0,
        snapshotFen,
      });
      const opening = { month, name: "期初欠费", filesFen: this.openingFen, earlierFen: 0, snapshotFen: sums.opening };
      return [
        ...(month === first && month === this.firstPeriod ? [opening] : []),
        line("CHARGED", sums.charged),
        line("ADJUSTED", sums.adjusted),
        line("WAIVED", sums.waived),
        line("RECEIVED", sums.received),
        ...(prepaid === null ? [] : [line("PREPAID", prepaid)]),
        {
          month,
          name: "期末欠费",
          filesFen: sums.opening + sums.charged + sums.adjusted - sums.waived - sums.received,
          earlierFen: 0,
          snapshotFen: sums.closing,
        },
      ];
    });
  }

  private async earlier(tx: EntityManager, projectId: string): Promise<Map<string, number>> {
    // what was booked before the first month stands in the files of the opening
    if (this.months[0] === this.firstPeriod) return new Map();
    const rows = await tx.query<{ month: string; kind: string; fen: number }[]>(
      `SELECT c.booked_period AS month, e.kind, sum(e.amount_fen)::bigint AS fen
         FROM charge c JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
        WHERE c.project_id = $1 AND c.booked_period >= $2 AND c.booked_period <= $3 AND e.period < $2
        GROUP BY 1, 2`,
      [projectId, this.months[0], this.months.at(-1)],
    );
    const sums = new Map<string, number>();
    for (const { month, kind, fen } of rows) {
      const [measure, sign] = measureOf(kind);
      const key = `${month}/${measure}`;
      sums.set(key, (sums.get(key) ?? 0) + sign * fen);
    }
    return sums;
  }
}

interface KeptMonth {
  month: string;
  opening: number;
  charged: number;
  adjusted: number;
  waived: number;
  received: number;
  closing: number;
  prepaid: number | null;
}

/** The snapshots of closed months, summed over items and buildings. */
const KEPT = `
  SELECT m.period AS month, coalesce(sum(b.opening_fen), 0)::bigint AS opening, coalesce(sum(b.charged_fen), 0)::bigint AS charged,
         coalesce(sum(b.adjusted_fen), 0)::bigint AS adjusted, coalesce(sum(b.waived_fen), 0)::bigint AS waived,
         coalesce(sum(b.received_current_fen + b.received_arrears_fen), 0)::bigint AS received,
         coalesce(sum(b.closing_fen), 0)::bigint AS closing,
         (m.snapshot #>> '{prepayments,inFen}')::bigint - (m.snapshot #>> '{prepayments,outFen}')::bigint AS prepaid
    FROM billing_period m
    LEFT JOIN period_balance b ON b.project_id = m.project_id AND b.period = m.period
   WHERE m.project_id = $1 AND m.period = ANY ($2)
   GROUP BY m.period, m.snapshot ORDER BY m.period`;

const agrees = ({ filesFen, earlierFen, snapshotFen }: Line): boolean => filesFen + earlierFen === snapshotFen;

/** What does not agree, in words. */
export const differences = (lines: readonly Line[]): string[] =>
  lines
    .filter((line) => !agrees(line))
    .map(
      ({ month, name, filesFen, earlierFen, snapshotFen }) =>
        `${month} ${name}：账目 ${formatFen(filesFen + earlierFen)} 元，快照 ${formatFen(snapshotFen)} 元`,
    );

export const CHECK_TITLES = ["月份", "项目", "档案文件合计（元）", "以前入账计入本月（元）", "月结快照（元）", "结果"];

export const checkRows = (lines: readonly Line[]): ArchiveRow[] =>
  lines.map((line) => ({
    cells: [
      line.month,
      line.name,
      formatFen(line.filesFen),
      formatFen(line.earlierFen),
      formatFen(line.snapshotFen),
      agrees(line) ? "一致" : "不一致",
    ],
  }));
