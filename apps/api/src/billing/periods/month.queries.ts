import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MonthDto, MonthStepDto, PeriodStatus } from "@linli/contracts";
import { DataSource } from "typeorm";
import { firstDay, lastDay } from "../../common/calendar.js";
import { yuanInWords } from "./yuan-in-words.js";
import { type MonthMeters, metersOfMonth } from "../meters/month-meters.js";
import { type OffsetState, offsetState } from "../offsets/offset-state.js";
import { PeriodsQueries } from "./periods.queries.js";
import { OPEN_POOLS } from "../shares/open-pools.js";
import { ProjectToday } from "../../property/project-today.js";

interface Counts {
  rates: number;
  bindings: number;
  pools: number;
  pools_open: number;
  rehearsed: number;
  published: number;
  charges: number;
  receipts: number;
  takings_fen: number;
  overdue: number;
  overdue_fen: number;
  status: PeriodStatus;
}

/** The work of one month, step by step (console: 收费工作台). */
@Injectable()
export class MonthQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PeriodsQueries,
    private readonly days: ProjectToday,
  ) {}

  /** The header figures of a month and how far each of its steps is. */
  async month(projectId: string, period: string): Promise<MonthDto> {
    const today = await this.days.today(projectId);
    const [{ figures }, counts, offsets, meters] = await Promise.all([
      this.periods.figures(projectId, period),
      this.counts(projectId, period, today),
      offsetState(this.db, projectId, period),
      metersOfMonth(this.db, projectId, period),
    ]);
    return {
      period,
      status: counts.status,
      figures,
      takingsFen: counts.takings_fen,
      steps: stepsOf(counts, figures.receivableFen, figures.closingFen, offsets, meters),
    };
  }

  private async counts(projectId: string, period: string, today: string): Promise<Counts> {
    const [row] = await this.db.query<Counts[]>(
      `SELECT (SELECT count(*)::int FROM rate WHERE project_id = $1 AND active) AS rates,
              (SELECT count(*)::int FROM rate_binding WHERE project_id = $1 AND starts_on <= $4::date
                  AND (ends_on IS NULL OR ends_on >= $3::date)) AS bindings,
              (SELECT count(*)::int FROM share_pool WHERE project_id = $1 AND active AND starts_period <= $2) AS pools,
              (SELECT count(*)::int FROM (${OPEN_POOLS}) open) AS pools_open,
              (SELECT count(*)::int FROM charge_run WHERE project_id = $1 AND period = $2 AND status IN ('REHEARSING', 'REHEARSED', 'PUBLISHING')) AS rehearsed,
              (SELECT count(*)::int FROM charge_run WHERE project_id = $1 AND period = $2 AND status = 'PUBLISHED') AS published,
              (SELECT count(*)::int FROM charge WHERE project_id = $1 AND booked_period = $2) AS charges,
              (SELECT count(*)::int FROM receipt WHERE project_id = $1 AND booked_on BETWEEN $3::date AND $4::date) AS receipts,
              (SELECT coalesce(sum(m.amount_fen), 0)::bigint FROM receipt r
                 JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
                WHERE r.project_id = $1 AND r.booked_on BETWEEN $3::date AND $4::date AND m.method <> 'PREPAYMENT') AS takings_fen,
              (SELECT count(*)::int FROM charge WHERE project_id = $1 AND open_fen > 0 AND due_on < $5::date AND booked_period <= $2) AS overdue,
              (SELECT coalesce(sum(open_fen), 0)::bigint FROM charge WHERE project_id = $1 AND open_fen > 0 AND due_on < $5::date AND booked_period <= $2) AS overdue_fen,
              coalesce((SELECT status FROM billing_period WHERE project_id = $1 AND period = $2), 'OPEN') AS status`,
      [projectId, period, firstDay(period), lastDay(period), today],
    );
    return row!;
  }
}

/** 抄表: shown where there is something to read. */
function meterStep({ total, missing }: MonthMeters, closed: boolean): MonthStepDto {
  const read = total - missing;
  return {
    key: "METERS",
    title: "抄表",
    state: missing === 0 || closed ? "DONE" : read > 0 ? "DOING" : "TODO",
    count: read,
    detail: missing === 0 ? `${total} 只表都已抄表` : `已抄 ${read} / ${total} 只，还差 ${missing} 只`,
  };
}

function stepsOf(
  counts: Counts,
  receivableFen: number,
  closingFen: number,
  offsets: OffsetState,
  meters: MonthMeters,
): MonthStepDto[] {
  const closed = counts.status === "CLOSED";
  const state = (done: boolean, begun = false) => (done || closed ? "DONE" : begun ? "DOING" : "TODO");
  const { rates, bindings, rehearsed, published, charges, receipts, overdue } = counts;
  return [
    {
      key: "BINDINGS",
      title: "标准与绑定",
      state: state(bindings > 0, rates > 0),
      count: bindings,
      detail: bindings > 0 ? `${rates} 个标准在用，${bindings} 项绑定覆盖本月` : "还没有绑定收费标准的房间",
    },
    ...(meters.total > 0 ? [meterStep(meters, closed)] : []),
    ...sharesStep(counts, state),
    {
      key: "REHEARSE",
      title: "试算",
      state: state(published > 0, rehearsed > 0),
      count: rehearsed,
      detail: rehearsed > 0 ? `${rehearsed} 个批次等待核对` : published > 0 ? "已核对" : "还没有试算",
    },
    {
      key: "PUBLISH",
      title: "发布",
      state: state(published > 0 && rehearsed === 0, published > 0),
      count: charges,
      detail: charges > 0 ? `${charges} 笔应收，共 ${yuanInWords(receivableFen)} 元` : "还没有发布应收",
    },
    {
      key: "OFFSET",
      title: "预收冲抵",
      state: state(charges > 0 && (!offsets.enabled || offsets.rooms === 0), offsets.offsetFen > 0),
      count: offsets.rooms,
      detail: offsetWords(offsets),
    },
    {
      key: "NOTICES",
      title: "通知",
      state: state(false, charges > 0),
      count: charges,
      detail: charges > 0 ? "可以打印收费通知单" : "发布后打印收费通知单",
    },
    {
      key: "COLLECT",
      title: "收款",
      state: state(charges > 0 && closingFen === 0, receipts > 0),
      count: receipts,
      detail: receipts > 0 ? `本月 ${receipts} 张收据，收到 ${yuanInWords(counts.takings_fen)} 元` : "本月还没有收款",
    },
    {
      key: "ARREARS",
      title: "欠费",
      state: state(charges > 0 && overdue === 0, overdue > 0),
      count: overdue,
      detail: overdue > 0 ? `${overdue} 笔逾期，共 ${yuanInWords(counts.overdue_fen)} 元` : "没有逾期的应收",
    },
    { key: "CLOSE", title: "月结", state: state(false), count: 0, detail: closed ? "已月结" : "核对清单后月结" },
  ];
}

function offsetWords({ enabled, rooms, offsetFen }: OffsetState): string {
  if (!enabled) return "没有启用，收款时可逐笔冲抵";
  const done = offsetFen > 0 ? `本月已冲抵 ${yuanInWords(offsetFen)} 元` : "本月还没有冲抵";
  return rooms > 0 ? `${done}；${rooms} 间房有预收可冲抵` : offsetFen > 0 ? done : "没有可以冲抵的预收";
}

/** The public shares of the month, where the project has pools. */
function sharesStep(
  { pools, pools_open: open }: Counts,
  state: (done: boolean, begun?: boolean) => MonthStepDto["state"],
): MonthStepDto[] {
  if (pools === 0) return [];
  const detail = open > 0 ? `${pools} 个分摊项目，${open} 个还没有确认` : `${pools} 个分摊项目都已确认`;
  return [{ key: "SHARES", title: "公摊", state: state(open === 0, open < pools), count: open, detail }];
}
