import type { DunningKind } from "@linli/contracts";
import { withSuccessors } from "../charges/charge-origins.js";

/** Whether charge `c` is overdue on a day: after its due day; a late fee from the day it is booked. */
export const overdueOn = (day: string) =>
  `(c.due_on < ${day}::date OR (c.principal_id IS NOT NULL AND c.due_on <= ${day}::date))`;

/** Charges `c` of items `i` that may be demanded at all: a deposit is no debt. */
export const IS_DEBT = "i.kind <> 'DEPOSIT'";

const BILL: DunningKind = "BILL";

/** Whether a step is a demand: one by hand is, one of a level that sends bills before the due day is none (BIL-113). */
export const isDemand = (step = "s") =>
  `NOT EXISTS (SELECT 1 FROM dunning_level b WHERE b.project_id = ${step}.project_id AND b.id = ${step}.level_id AND b.kind = '${BILL}')`;

/** The cases of a room and a payer, also under customers who were merged into him. */
export const casesOf = (project: string, room: string, payer: string) =>
  `(SELECT k.id FROM dunning_case k JOIN customer kp ON kp.project_id = k.project_id AND kp.id = k.payer_id
     WHERE k.project_id = ${project} AND k.room_id = ${room} AND coalesce(kp.merged_into_id, kp.id) = ${payer})`;

const ABOUT_OPEN = `s.project_id = $1 AND s.case_id IN ${casesOf("$1", "g.room_id", "g.payer_id")} AND s.voided_on IS NULL AND ${isDemand()}
     AND EXISTS (SELECT 1 FROM dunning_step_charge x
                  CROSS JOIN LATERAL ${withSuccessors("x.project_id", "x.charge_id")} z
                  JOIN charge o ON o.project_id = x.project_id AND o.id = z.id AND o.open_fen > 0
                  JOIN customer op ON op.project_id = o.project_id AND op.id = o.payer_id
                  WHERE x.project_id = s.project_id AND x.step_id = s.id AND coalesce(op.merged_into_id, op.id) = g.payer_id)`;

/**
 * The last demand of a case that was about something still owed, joined as `last`: `g` has the columns room_id and
 * payer_id, $1 is the project.
 */
export const LAST_STEP = `LEFT JOIN LATERAL (
  SELECT s.on_day, s.channel, s.level_id, v.name AS level_name
    FROM dunning_step s LEFT JOIN dunning_level v ON v.project_id = s.project_id AND v.id = s.level_id
   WHERE ${ABOUT_OPEN}
   ORDER BY s.on_day DESC, s.id DESC LIMIT 1) last ON true`;

/** The longest time given, and the highest level used, by any of those demands, joined as `asked`: one by hand ends neither. */
export const ASKED = `CROSS JOIN LATERAL (
  SELECT max(s.pay_by) AS pay_by, max(v.level_order) AS level_order
    FROM dunning_step s LEFT JOIN dunning_level v ON v.project_id = s.project_id AND v.id = s.level_id
   WHERE ${ABOUT_OPEN}) asked`;

/**
 * What was received for the charges of promise `m`, and for what stands in their place, from the day it was made until the
 * day promised, in fen; a receipt that was issued anew on the day of the first.
 */
export const PROMISE_PAID = `(SELECT coalesce(-sum(e.amount_fen), 0)::bigint
  FROM (SELECT DISTINCT z.id FROM dunning_promise_charge y CROSS JOIN LATERAL ${withSuccessors("y.project_id", "y.charge_id")} z
         WHERE y.project_id = m.project_id AND y.promise_id = m.id) y
  JOIN charge_entry e ON e.project_id = m.project_id AND e.charge_id = y.id AND e.kind IN ('RECEIPT', 'OFFSET')
  JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id AND t.reversal_of IS NULL
   AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)
  LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
 WHERE coalesce(first.booked_on, e.booked_on) BETWEEN m.made_on AND m.pay_by)`;

/** Whether promise `m` runs, was kept or was broken on a day. */
export const promiseState = (day: string) =>
  `CASE WHEN ${PROMISE_PAID} >= m.amount_fen THEN 'KEPT' WHEN m.pay_by >= ${day}::date THEN 'RUNNING' ELSE 'BROKEN' END`;

const inCase = "IN " + casesOf("$1", "g.room_id", "g.payer_id");

/** Whether the last promise of case `g` is in this state on a day. */
export const isPromised = (day: string, state: string) =>
  `coalesce((SELECT ${promiseState(day)} FROM dunning_promise m WHERE m.project_id = $1 AND m.case_id ${inCase}
     AND m.voided_on IS NULL ORDER BY m.made_on DESC, m.id DESC LIMIT 1) = '${state}', false)`;

/** Whether case `g` is paused on a day. */
export const isPaused = (day: string) =>
  `EXISTS (SELECT 1 FROM dunning_pause q WHERE q.project_id = $1 AND q.case_id ${inCase}
     AND q.starts_on <= ${day}::date AND (q.ends_on IS NULL OR q.ends_on >= ${day}::date))`;

/** Whether a lawsuit about case `g` is under way. */
export const IS_SUED = `EXISTS (SELECT 1 FROM dunning_lawsuit w WHERE w.project_id = $1 AND w.case_id ${inCase} AND w.ended_on IS NULL AND w.voided_on IS NULL)`;
