import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type Channel,
  channelLabels,
  type ReconciliationDto,
  type ReconciliationQueryDto,
  type ReconciliationRowDto,
  type ReconciliationState,
  type StatementLineDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addDays } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";
import { FROM_TAKINGS } from "../shifts/unbanked-cash.js";
import { projectToday } from "../../property/project-today.js";

const MAX_DAYS = 62;

type Db = Pick<DataSource | EntityManager, "query">;

interface Row {
  day: string;
  channel: Channel;
  bookFen: number;
  statementFen: number | null;
  reason: string | null;
  explainedFen: number | null;
  enteredByName: string | null;
}

/** Books against statements, by day and channel (BIL-75). Cash is compared with the deposit slips. */
@Injectable()
export class ReconciliationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every day and channel with money or a statement, the latest first. */
  async list(projectId: string, { from, to, onlyOpen }: ReconciliationQueryDto): Promise<ReconciliationDto> {
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    if (to > addDays(from, MAX_DAYS)) throw new InvalidInput({ to: [`一次最多看 ${MAX_DAYS} 天`] });
    const rows = (await rowsOf(this.db, projectId, from, to)).map(toRowDto);
    const open = rows.filter(isOpen);
    return { items: onlyOpen ? open : rows, open: open.length };
  }

  /** Enters what statements say; a day and channel entered again is replaced. @throws InvalidInput */
  save(actor: Actor, projectId: string, lines: readonly StatementLineDto[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      refuseBadLines(lines, await projectToday(tx, this.clock, projectId));
      const sorted = lines.toSorted((a, b) => (`${a.day} ${a.channel}` < `${b.day} ${b.channel}` ? -1 : 1));
      await tx.query(
        `INSERT INTO channel_statement (project_id, id, created_at, day, channel, amount_fen, entered_by, entered_by_name)
         SELECT $1, l.id, $2, l.day, l.channel, l.fen, $3, $4
           FROM unnest($5::uuid[], $6::date[], $7::text[], $8::bigint[]) AS l(id, day, channel, fen)
         ON CONFLICT (project_id, day, channel) DO UPDATE
            SET amount_fen = excluded.amount_fen, entered_by = excluded.entered_by, entered_by_name = excluded.entered_by_name`,
        [
          projectId,
          this.clock.now(),
          actor.userId,
          actor.name,
          sorted.map(newId),
          sorted.map(({ day }) => day),
          sorted.map(({ channel }) => channel),
          sorted.map(({ amountFen }) => amountFen),
        ],
      );
      const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
      await this.audit.record(tx, actor, {
        projectId,
        action: "reconciliation.enter",
        entity: "reconciliation",
        entityId: projectId,
        summary: `登记对账单 ${lines.length} 行，共 ${formatFen(sumFen)} 元`,
        after: { lines },
      });
    });
  }

  /** Says why one day and channel differ; another difference later is open again. @throws NO_DIFFERENCE */
  explain(actor: Actor, projectId: string, day: string, channel: Channel, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = (await rowsOf(tx, projectId, day, day)).find((row) => row.channel === channel);
      const differenceFen = found ? differenceOf(found) : 0;
      if (differenceFen === 0) throw noDifference(day, channel);
      await tx.query(
        `INSERT INTO channel_statement (project_id, id, created_at, day, channel, reason, explained_fen)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (project_id, day, channel) DO UPDATE SET reason = excluded.reason, explained_fen = excluded.explained_fen`,
        [projectId, newId(), this.clock.now(), day, channel, reason, differenceFen],
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "reconciliation.explain",
        entity: "reconciliation",
        entityId: projectId,
        summary: `说明 ${day} ${channelLabels[channel]}差异 ${formatFen(differenceFen)} 元：${reason}`,
        after: { day, channel, differenceFen, reason },
      });
    });
  }
}

/** Days and channels from one day to another whose difference nobody has explained, the latest first. */
export const openDifferences = async (db: Db, projectId: string, from: string, to: string) =>
  (await rowsOf(db, projectId, from, to)).map(toRowDto).filter(isOpen);

const differenceOf = ({ bookFen, statementFen }: Pick<Row, "bookFen" | "statementFen">) =>
  (statementFen ?? 0) - bookFen;

const isOpen = ({ state }: ReconciliationRowDto) => state === "DIFFERENT" || state === "MISSING";

function toRowDto({ explainedFen, ...row }: Row): ReconciliationRowDto {
  const differenceFen = differenceOf(row);
  return { ...row, differenceFen, state: stateOf(row.statementFen, differenceFen, explainedFen) };
}

function stateOf(statementFen: number | null, differenceFen: number, explainedFen: number | null): ReconciliationState {
  if (differenceFen === 0) return "MATCHED";
  if (explainedFen === differenceFen) return "EXPLAINED";
  return statementFen === null ? "MISSING" : "DIFFERENT";
}

const noDifference = (day: string, channel: Channel) =>
  new RuleViolation("NO_DIFFERENCE", `${day} ${channelLabels[channel]}没有差异，不用说明`);

function refuseBadLines(lines: readonly StatementLineDto[], today: string): void {
  const fields: Record<string, string[]> = {};
  const seen = new Set<string>();
  lines.forEach(({ day, channel }, index) => {
    const key = `${day} ${channel}`;
    if (seen.has(key))
      fields[`lines.${index}.day`] = [`第 ${index + 1} 行与前面重复：${day} ${channelLabels[channel]}`];
    if (day > today) fields[`lines.${index}.day`] = [`第 ${index + 1} 行日期晚于今天`];
    if (channel === "CASH") fields[`lines.${index}.channel`] = [`第 ${index + 1} 行：现金以解款单为准，不登记对账单`];
    seen.add(key);
  });
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

/** $1 project, $2 from, $3 to. */
function rowsOf(db: Db, projectId: string, from: string, to: string): Promise<Row[]> {
  return db.query<Row[]>(
    `SELECT k.day, k.channel, sum(k.book)::bigint AS "bookFen",
            CASE WHEN k.channel = 'CASH' THEN nullif(sum(k.banked), 0)::bigint ELSE max(s.amount_fen) END AS "statementFen",
            max(s.reason) AS reason, max(s.explained_fen) AS "explainedFen", max(s.entered_by_name) AS "enteredByName"
       FROM (SELECT r.booked_on AS day, m.method AS channel, m.amount_fen AS book, 0 AS banked
               FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
              WHERE r.project_id = $1 AND r.booked_on BETWEEN $2::date AND $3::date AND (r.reversal_of IS NULL OR r.money_settled)
             UNION ALL
             SELECT f.booked_on, f.method, -f.amount_fen, 0 FROM refund f
              WHERE f.project_id = $1 AND f.booked_on BETWEEN $2::date AND $3::date AND (f.method <> 'CASH' OR ${FROM_TAKINGS})
             UNION ALL
             SELECT d.takings_on, 'CASH', 0, d.amount_fen FROM bank_deposit d
              WHERE d.project_id = $1 AND d.takings_on BETWEEN $2::date AND $3::date AND d.cancel_reason IS NULL
             UNION ALL
             SELECT c.day, c.channel, 0, 0 FROM channel_statement c
              WHERE c.project_id = $1 AND c.day BETWEEN $2::date AND $3::date) k
       LEFT JOIN channel_statement s ON s.project_id = $1 AND s.day = k.day AND s.channel = k.channel
      WHERE k.channel = ANY($4::text[])
      GROUP BY k.day, k.channel ORDER BY k.day DESC, k.channel`,
    [projectId, from, to, Object.keys(channelLabels)],
  );
}
