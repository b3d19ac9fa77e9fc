import type { RecalculationObstacle } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { IS_DISCOUNTED } from "../discounts/discount-sharing.sql.js";
import { exclusionOn } from "../exclusions/exclusion.sql.js";
import { lateBookedFen, lateBookedTo } from "../late-fees/late-booked-to.js";
import { IS_BORNE_WAIVED } from "../reductions/is-borne.sql.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { STANDING_WAIVERS, type StandingWaiver } from "../waivers/carried-waivers.js";

/** A bill that a run has issued and nobody has taken back, with what stands in the way of issuing it anew. */
export interface IssuedBill {
  id: string;
  roomId: string;
  /** What it is for beside the room. */
  objectId: string | null;
  feeItemId: string;
  period: string;
  bookedPeriod: string;
  serviceFrom: string;
  serviceTo: string;
  /** Who owes it today: the survivor when the payer was merged. */
  payerId: string;
  /** What of it was not reversed. */
  amountFen: number;
  /** What vacancies have taken off. */
  reducedFen: number;
  /** What discounts of its run have taken off. */
  discountFen: number;
  /** Whether its run has given discounts on bills of the same service of the room. */
  discounted: boolean;
  /** Waivers that stand on it and nobody else bears, and their sum. */
  waivers: StandingWaiver[];
  waivedFen: number;
  /** What late fees follow the price it was billed at (BIL-04), as the engine keys it; null without a standard. */
  lateFee: string | null;
  quantity: string | null;
  unitPrice: string | null;
  trace: PriceTrace | null;
  dueOn: string;
  runId: string | null;
  lateTo: string | null;
  lateFen: number;
  /** Late fees booked on this very charge. */
  ownLateFen: number;
  obstacle: RecalculationObstacle | null;
}

const named = (obstacle: RecalculationObstacle) => `'${obstacle}'`;

/** Whether a charge waits for the payment of an order on line. SQL; `charge` is its alias. */
const isOnline = (charge: string) => `EXISTS (
  SELECT 1 FROM online_order_charge x JOIN online_order o ON o.project_id = x.project_id AND o.id = x.order_id
   WHERE x.project_id = ${charge}.project_id AND x.charge_id = ${charge}.id AND o.status = 'CREATED')`;

/** Whether what somebody else bears of charge `c` is so. @param condition SQL on his charge `b` */
const isBorne = (condition: string) =>
  `(${["vacancy_line", "discount_line"]
    .map(
      (lines) => `EXISTS (
  SELECT 1 FROM ${lines} l JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
   WHERE l.project_id = c.project_id AND l.charge_id = c.id AND ${condition})`,
    )
    .join(" OR ")})`;

/** Whether somebody has asked for a waiver on charge `c` that nobody has decided: it names an amount of this very bill. */
const WAIVER_ASKED = `EXISTS (
  SELECT 1 FROM waiver_line l JOIN waiver a ON a.project_id = l.project_id AND a.id = l.waiver_id
   WHERE l.project_id = c.project_id AND l.charge_id = c.id AND a.status = 'PENDING')`;

/** What vacancies took off charge `c`. */
const VACANCY = `(SELECT coalesce(sum(l.amount_fen), 0) FROM vacancy_line l
                   WHERE l.project_id = c.project_id AND l.charge_id = c.id)`;

/** What its run has given on charge `c`; what came with a receipt goes with that. */
const DISCOUNT = `(SELECT coalesce(sum(l.amount_fen), 0) FROM discount_line l
                    WHERE l.project_id = c.project_id AND l.charge_id = c.id AND l.receipt_id IS NULL)`;

/**
 * Why charge `c` of payer `k` is not issued anew on a day, a RecalculationObstacle or null. Money received or offset, on it or on what
 * it is the rest of (`left`), is put right red and blue (BIL-83); what is out with a bank or a channel has an amount that others hold; a closed month is not restated;
 * a room out of use is priced to nothing.
 */
const obstacleOn = (day: string) => `CASE
  WHEN c.received_fen <> 0 OR c.offset_fen <> 0 OR c.trace ? 'left' THEN ${named("PAID")}
  WHEN c.debit_batch_id IS NOT NULL THEN ${named("ON_DEBIT")}
  WHEN ${isOnline("c")} THEN ${named("ONLINE")}
  WHEN ${exclusionOn(day)} IS NOT NULL THEN ${exclusionOn(day)}
  WHEN EXISTS (SELECT 1 FROM payment_plan_charge x
                WHERE x.project_id = c.project_id AND x.charge_id = c.id AND NOT x.released) THEN ${named("IN_PLAN")}
  WHEN EXISTS (SELECT 1 FROM billing_period b
                WHERE b.project_id = c.project_id AND b.period = c.booked_period AND b.status = 'CLOSED') THEN ${named("CLOSED")}
  WHEN c.reversed_fen <> 0 OR c.reduced_fen <> v.fen + d.fen + w.fen THEN ${named("REDUCED")}
  WHEN w.borne THEN ${named("WAIVER_BORNE")}
  WHEN ${WAIVER_ASKED} THEN ${named("WAIVER_PENDING")}
  WHEN ${isBorne(`(b.received_fen + b.offset_fen > 0 OR ${IS_BORNE_WAIVED})`)} THEN ${named("BEARER_PAID")}
  WHEN ${isBorne("b.debit_batch_id IS NOT NULL")} THEN ${named("ON_DEBIT")}
  WHEN ${isBorne(isOnline("b"))} THEN ${named("ONLINE")}
  WHEN EXISTS (SELECT 1 FROM charge_origin o JOIN charge h ON h.project_id = o.project_id AND h.id = o.origin_id
                 JOIN customer was ON was.project_id = h.project_id AND was.id = h.payer_id
                WHERE o.project_id = c.project_id AND o.charge_id = c.id
                  AND coalesce(was.merged_into_id, h.payer_id) <> coalesce(k.merged_into_id, c.payer_id)) THEN ${named("ASSUMED")}
  WHEN EXISTS (SELECT 1 FROM room r WHERE r.project_id = c.project_id AND r.id = c.room_id
                AND NOT r.active AND r.ended_on IS NULL) THEN ${named("ROOM_DISABLED")}
  END`;

/** The bills of runs and of meters for a month, of these rooms and items, in the order of their days. @param day today */
export function issuedBills(
  tx: EntityManager,
  { projectId, period, day }: { projectId: string; period: string; day: string },
  roomIds: readonly string[],
  feeItemIds: readonly string[],
): Promise<IssuedBill[]> {
  return tx.query<IssuedBill[]>(
    `SELECT c.id, c.room_id AS "roomId", c.object_id AS "objectId", c.fee_item_id AS "feeItemId", c.period, c.booked_period AS "bookedPeriod",
            c.service_from AS "serviceFrom", c.service_to AS "serviceTo", coalesce(k.merged_into_id, c.payer_id) AS "payerId",
            c.amount_fen - c.reversed_fen AS "amountFen", v.fen::bigint AS "reducedFen", d.fen::bigint AS "discountFen", ${IS_DISCOUNTED} AS discounted,
            w.fen::bigint AS "waivedFen", w.list AS waivers, coalesce(t.late_fee_scheme_id::text, t.late_fee) AS "lateFee", c.quantity, c.unit_price AS "unitPrice",
            c.trace, c.due_on AS "dueOn", c.run_id AS "runId", ${lateBookedTo("c")} AS "lateTo",
            ${lateBookedFen("c")}::bigint AS "lateFen", (${lateBookedFen("c")} - coalesce(c.late_booked_fen, 0))::bigint AS "ownLateFen",
            ${obstacleOn("$5::date")} AS obstacle
       FROM charge c
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
       LEFT JOIN rate_version t ON t.project_id = c.project_id AND t.id = c.rate_version_id
       CROSS JOIN LATERAL (SELECT ${VACANCY} AS fen) v
       CROSS JOIN LATERAL (SELECT ${DISCOUNT} AS fen) d
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(x.fen), 0) AS fen, coalesce(bool_or(x.borne), false) AS borne,
                coalesce(jsonb_agg(jsonb_build_object('waiverId', x.id, 'waiverNo', x.no, 'amountFen', x.fen) ORDER BY x.id), '[]') AS list
           FROM (${STANDING_WAIVERS}) x) w
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.period = $3 AND c.fee_item_id = ANY ($4)
        AND c.source IN ('RUN', 'METER') AND c.reversed_fen < c.amount_fen
      ORDER BY c.room_id, c.fee_item_id, c.service_from, c.id`,
    [projectId, roomIds, period, feeItemIds, day],
  );
}
