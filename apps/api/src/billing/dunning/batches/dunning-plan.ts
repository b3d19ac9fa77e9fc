import { createHash } from "node:crypto";
import type { ChargeExclusion, DunningCandidateDto, DunningScopeDto, DunningSkip } from "@linli/contracts";
import { daysBetweenInclusive } from "../../../common/calendar.js";
import { Where } from "../../../common/where.js";
import { idsOf, joinSurvivor } from "../../../customer/merged-customers.js";
import { NATURAL } from "../../../database/natural-order.js";
import { exclusionOn } from "../../exclusions/exclusion.sql.js";
import type { Queryable } from "../../periods/month-figures.js";
import { ASKED, IS_DEBT, isPaused, isPromised, overdueOn } from "../dunning.sql.js";
import type { DunningLevel } from "../levels/dunning-level.entity.js";

/** Somebody a batch would ask to pay, or leave out; amounts in fen. */
export interface Candidate {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  oldestDueOn: string;
  openFen: number;
  /** What of `openFen` is late fees that were booked before. */
  lateOpenFen: number;
  excludedFen: number;
  onDebitFen: number;
  /** What is to be demanded, in the order of their ids, and how much of each. */
  chargeIds: string[];
  parts: number[];
  skip: DunningSkip | null;
}

/** Late fees that are not booked yet by charge, in fen. */
export type LateFees = ReadonlyMap<string, number>;

interface Row extends Omit<Candidate, "skip"> {
  exclusion: ChargeExclusion | null;
  paused: boolean;
  promised: boolean;
  tooSoon: boolean;
  higher: boolean;
}

/** What of a level decides whom a batch asks to pay. */
type Terms = Pick<DunningLevel, "id" | "kind" | "daysBefore" | "daysOverdue" | "minAmountFen" | "levelOrder">;

/** Which charges `c` of which households `g` a level is about, and what holds it back there, as SQL. */
interface Reach {
  charges: string;
  households: string;
  promised: string;
  tooSoon: string;
  higher: string;
}

/** A bill takes what is due soon and was not billed by this level; what is said about arrears does not concern it. */
function reachOf(level: Terms, day: string, where: Where): Reach {
  if (level.kind === "BILL") {
    const last = `${day}::date + ${where.param(level.daysBefore)}::int`;
    const billed = `EXISTS (SELECT 1 FROM dunning_step_charge x JOIN dunning_step s ON s.project_id = x.project_id AND s.id = x.step_id
       WHERE x.project_id = c.project_id AND x.charge_id = c.id AND s.level_id = ${where.param(level.id)} AND s.voided_on IS NULL)`;
    const never = { promised: "false", tooSoon: "false", higher: "false" };
    return { charges: `NOT ${overdueOn(day)} AND c.due_on <= ${last} AND NOT ${billed}`, households: "true", ...never };
  }
  return {
    charges: overdueOn(day),
    households: `g.oldest <= ${day}::date - ${where.param(level.daysOverdue)}::int`,
    promised: isPromised(day, "RUNNING"),
    tooSoon: `coalesce(asked.pay_by > ${day}::date, false)`,
    higher: `coalesce(asked.level_order > ${where.param(level.levelOrder)}::int, false)`,
  };
}

/**
 * Whom a level asks to pay on a day within a scope, by room, and whom it leaves out and why (BIL-113). One statement,
 * however many there are.
 */
export async function planDunning(
  db: Queryable,
  projectId: string,
  level: Terms,
  scope: DunningScopeDto,
  today: string,
): Promise<Candidate[]> {
  const where = new Where();
  const project = where.param(projectId);
  const day = where.param(today);
  const reach = reachOf(level, day, where);
  where
    .add(`c.project_id = ${project}`)
    .add("c.open_fen > 0")
    .add(reach.charges)
    .add(IS_DEBT)
    .add("u.building_id = ?", scope.buildingId)
    .add("c.room_id = ANY (?::uuid[])", scope.roomIds)
    .add(`c.payer_id IN ${idsOf("?", "?")}`, scope.payerId && projectId, scope.payerId, scope.payerId);
  const rows = await db.query<Row[]>(
    `WITH own AS (
       SELECT c.id, c.room_id, p.id AS payer_id, c.open_fen, c.due_on, c.principal_id IS NOT NULL AS late, ${exclusionOn(`${day}::date`)} AS excluded, c.debit_batch_id IS NOT NULL AS out
         FROM charge c
         JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         ${joinSurvivor("p", "c.project_id", "c.payer_id")} ${where.toString()}),
     g AS (
       SELECT room_id, payer_id, coalesce(min(due_on) FILTER (WHERE excluded IS NULL AND NOT out), min(due_on)) AS oldest,
              coalesce(sum(open_fen) FILTER (WHERE excluded IS NULL AND NOT out), 0)::bigint AS open_fen,
              coalesce(sum(open_fen) FILTER (WHERE late AND excluded IS NULL AND NOT out), 0)::bigint AS late_open_fen,
              coalesce(sum(open_fen) FILTER (WHERE excluded IS NOT NULL), 0)::bigint AS excluded_fen, max(excluded) AS exclusion,
              coalesce(sum(open_fen) FILTER (WHERE out AND excluded IS NULL), 0)::bigint AS out_fen,
              coalesce(array_agg(id ORDER BY id) FILTER (WHERE excluded IS NULL AND NOT out), '{}') AS ids,
              coalesce(array_agg(open_fen ORDER BY id) FILTER (WHERE excluded IS NULL AND NOT out), '{}') AS parts
         FROM own GROUP BY room_id, payer_id)
     SELECT g.room_id AS "roomId", r.code AS "roomCode", g.payer_id AS "payerId", k.name AS "payerName", k.number AS "payerNumber",
            g.oldest AS "oldestDueOn", g.open_fen AS "openFen", g.late_open_fen AS "lateOpenFen", g.excluded_fen AS "excludedFen", g.exclusion, g.out_fen AS "onDebitFen",
            g.ids AS "chargeIds", g.parts, ${isPaused(day)} AS paused, ${reach.promised} AS promised,
            ${reach.tooSoon} AS "tooSoon", ${reach.higher} AS higher
       FROM g
       JOIN room r ON r.project_id = $1 AND r.id = g.room_id
       JOIN customer k ON k.project_id = $1 AND k.id = g.payer_id
       ${ASKED}
      WHERE ${reach.households}
      ORDER BY r.code ${NATURAL}, g.room_id, g.payer_id`,
    where.params,
  );
  const minimum = Math.max(level.minAmountFen, scope.minAmountFen ?? 0);
  return rows.map(({ exclusion, paused, promised, tooSoon, higher, parts, ...row }) => ({
    ...row,
    parts: parts.map(Number),
    skip: skipOf({ ...row, exclusion, paused, promised, tooSoon, higher }, minimum),
  }));
}

/** The first reason that holds; what the debtor is owed comes before what he owes. */
function skipOf(row: Omit<Row, "parts">, minimum: number): DunningSkip | null {
  if (row.openFen === 0) return row.exclusion ?? "ON_DEBIT";
  if (row.paused) return "PAUSED";
  if (row.promised) return "PROMISED";
  if (row.openFen < minimum) return "BELOW_MINIMUM";
  if (row.higher) return "HIGHER";
  return row.tooSoon ? "TOO_SOON" : null;
}

/** A name for exactly this outcome: on which day, who, which charges, how much of each and of its late fee. */
export function fingerprintOf(candidates: readonly Candidate[], today: string, lateFees: LateFees): string {
  const hash = createHash("sha256").update(`${today}\n`);
  for (const { roomId, payerId, chargeIds, parts, skip } of candidates) {
    hash.update(`${roomId} ${payerId} ${skip ?? ""}\n`);
    if (skip === null)
      chargeIds.forEach((id, index) => hash.update(`${id} ${parts[index]} ${lateFees.get(id) ?? 0}\n`));
  }
  return hash.digest("hex");
}

export function toCandidateDto(candidate: Candidate, today: string, lateFeeFen: number): DunningCandidateDto {
  const { chargeIds, parts: _parts, lateOpenFen: _late, ...row } = candidate;
  return {
    ...row,
    charges: chargeIds.length,
    daysLate: daysBetweenInclusive(row.oldestDueOn, today) - 1,
    lateFeeFen,
  };
}
