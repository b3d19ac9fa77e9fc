import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FundRowFaultDto, FundStatementCheckDto, FundStatementQueryDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { projectToday } from "../../property/project-today.js";
import { entryInFuture } from "../entries.errors.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { LATEST_STATEMENT } from "./latest-statement.sql.js";
import { wasWritten } from "../entries.js";
import { FundDocument } from "./fund-document.entity.js";
import { bookFund, lockFund } from "./fund-ledger.js";
import { planStatement, type StatementPlan, type StatementRow } from "./fund-statement.js";
import { faultyRows, nothingChanged, olderStatement } from "./fund.errors.js";

/** A statement as it was read from a workbook, with what is wrong with its cells. */
export interface StatementFile {
  /** Of the file: a retry is told from another one. */
  sha256: string;
  rows: StatementRow[];
  faults: FundRowFaultDto[];
}

interface KnownRoom {
  roomId: string;
  roomCode: string;
  hasAccount: boolean;
  FIRST_DEPOSIT: number;
  TOP_UP: number;
  INTEREST: number;
  MOVED: number;
  USE: number;
}

/** Keeps the accounts of rooms equal to the statements of whoever holds the maintenance fund (BIL-130, LAW-15). */
@Injectable()
export class FundStatementsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
  ) {}

  /** What a statement would change; nothing is written. */
  async check(projectId: string, { rows, faults }: StatementFile): Promise<FundStatementCheckDto> {
    const plan = planStatement(rows, await knownRooms(this.db.manager, projectId));
    return toCheck(plan, [...faults, ...plan.faults], rows.length + faults.length);
  }

  /**
   * Books what a statement differs from the accounts kept here, all of it or nothing; the same id again books nothing.
   * @throws INVALID_INPUT (also for a statement older than the latest), ID_REUSED, FUND_ROWS_FAULTY, FUND_UNCHANGED
   */
  async record(
    actor: Actor,
    projectId: string,
    query: FundStatementQueryDto,
    { sha256, rows, faults }: StatementFile,
  ): Promise<void> {
    const { id, statedOn, referenceNo = null } = query;
    const hash = requestHash({ ...query, sha256 });
    await this.db.transaction(async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      if (statedOn > today) throw entryInFuture("statedOn", today);
      const period = await this.periods.lockForKeeping(tx, projectId, statedOn);
      await lockFund(tx, projectId);
      if (await wasWritten(tx, FundDocument, projectId, id, hash)) return;
      const latest = await latestStatement(tx, projectId);
      if (latest !== null && statedOn < latest) throw olderStatement(latest);
      const plan = planStatement(rows, await knownRooms(tx, projectId));
      const wrong = [...faults, ...plan.faults].toSorted((a, b) => a.rowNo - b.rowNo);
      if (wrong[0]) throw faultyRows(wrong.length, wrong[0]);
      if (plan.moves.length === 0) throw nothingChanged();
      const title = `${statedOn} 专户对账单`;
      await bookFund(
        tx,
        {
          projectId,
          id,
          createdAt: this.clock.now(),
          kind: "STATEMENT",
          title,
          bookedOn: statedOn,
          period,
          decidedOn: null,
          scope: null,
          party: null,
          referenceNo,
          reversalOf: null,
          recordedBy: actor.userId,
          recordedByName: actor.name,
          requestHash: hash,
        },
        plan.moves,
      );
      const { changedCount, differenceFen } = plan;
      await this.audit.record(tx, actor, {
        projectId,
        action: "fund-document.record",
        entity: "fund-document",
        entityId: id,
        summary: `登记维修资金对账单：${title}，${changedCount} 户有变动，余额合计变动 ${formatFen(differenceFen)} 元`,
        after: { statedOn, referenceNo, changedCount, differenceFen },
      });
    });
  }
}

/** The day of the latest statement that stands: what it says is the state of that day. */
async function latestStatement(tx: EntityManager, projectId: string): Promise<string | null> {
  const [row] = await tx.query<[{ latest: string | null }]>(`SELECT ${LATEST_STATEMENT} AS latest`, [projectId]);
  return row.latest;
}

/** The rooms of the project by code with the sums of their accounts; those without one hold nothing. */
async function knownRooms(tx: EntityManager, projectId: string): Promise<Map<string, KnownRoom>> {
  const rooms = await tx.query<KnownRoom[]>(
    `SELECT r.id AS "roomId", r.code AS "roomCode", a.id IS NOT NULL AS "hasAccount",
            coalesce(a.first_deposit_fen, 0)::bigint AS "FIRST_DEPOSIT", coalesce(a.top_up_fen, 0)::bigint AS "TOP_UP",
            coalesce(a.interest_fen, 0)::bigint AS "INTEREST", coalesce(a.moved_fen, 0)::bigint AS "MOVED",
            coalesce(a.used_fen, 0)::bigint AS "USE"
       FROM room r LEFT JOIN fund_account a ON a.project_id = r.project_id AND a.room_id = r.id WHERE r.project_id = $1`,
    [projectId],
  );
  return new Map(rooms.map((room) => [room.roomCode, room]));
}

const toCheck = (plan: StatementPlan, faults: FundRowFaultDto[], rowCount: number): FundStatementCheckDto => ({
  rowCount,
  changedCount: plan.changedCount,
  newCount: plan.newCount,
  differenceFen: plan.differenceFen,
  balanceFen: plan.balanceFen,
  faultCount: faults.length,
  faults: faults.toSorted((a, b) => a.rowNo - b.rowNo).slice(0, 200),
});
