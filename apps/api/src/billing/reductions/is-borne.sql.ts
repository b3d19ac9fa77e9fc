import { withOrigins } from "../charges/charge-origins.js";

const lineOf = (table: string) => `SELECT l.borne_charge_id FROM ${table} l
    WHERE l.project_id = p.project_id AND l.charge_id = p.id AND l.borne_charge_id IS NOT NULL`;

/**
 * The condition that charge `c` is what another bears of a bill of the room (BIL-43), or stands in the place of that. He owes
 * it by his promise, whoever the room belongs to. Found by the bills of the room, which have an index.
 */
export const IS_BORNE = `(c.source = 'MANUAL' AND EXISTS (
  SELECT 1 FROM charge p
   CROSS JOIN LATERAL (${lineOf("vacancy_line")} UNION ALL ${lineOf("waiver_line")} UNION ALL ${lineOf("discount_line")}) l
   WHERE p.project_id = c.project_id AND p.room_id = c.room_id
     AND l.borne_charge_id IN ${withOrigins("c.project_id", "c.id")}))`;

/** The condition that something of a bearer's charge `b` was waived or written off: it may be owed again. */
export const IS_BORNE_WAIVED = `(b.reduced_fen > 0 AND (
  SELECT sum(e.amount_fen) FROM charge_entry e
   WHERE e.project_id = b.project_id AND e.charge_id = b.id AND (e.kind = 'WAIVER' OR e.source IN ('WRITE_OFF', 'RECOVERY'))) < 0)`;
