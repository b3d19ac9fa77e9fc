import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeHeadDto, NoticeScopeDto, NoticeTotalsOfScopeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { decodeCursor } from "../../common/paging.js";
import { Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";

/** A scope of notices; of those not printed yet, the ones first printed since a moment count as not printed. */
export type NoticeScope = NoticeScopeDto & { since?: Date };

/** One notice to be: whose, for which room (null: all of the payer). Amounts in fen. */
export interface NoticeHead {
  roomId: string | null;
  roomIds: string[];
  roomCodes: string[];
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobile: string | null;
  arrearsFen: number;
  currentFen: number;
  /** What the list is ordered by: room code, or payer number. */
  sortKey: string;
  /** When it was last printed for all of its rooms, and how often for each at least. */
  printedAt: Date | null;
  prints: number;
}

const NO_ROOM = "00000000-0000-0000-0000-000000000000";

const IN_ORDER = `h."sortKey" ${NATURAL}, coalesce(h."roomId", '${NO_ROOM}'), h."payerId"`;

/** The prints of a head `h`; $1 is the month, and the project that of its rooms. */
const PRINTED = `
  SELECT CASE WHEN count(DISTINCT n.room_id) = cardinality(h."roomIds") THEN max(n.last_printed_at) END AS "printedAt",
         CASE WHEN count(DISTINCT n.room_id) = cardinality(h."roomIds") THEN min(n.prints) ELSE 0 END AS prints
    FROM notice_print n
   WHERE n.project_id = h."projectId" AND n.period = $1 AND n.room_id = ANY (h."roomIds")
     AND n.payer_id IN ${idsOf('h."projectId"', 'h."payerId"')}`;

/** Condition: the notice of a charge `c` of a payer known today as `p` was not printed; $1 is the month. */
export const notPrinted = (since?: string): string =>
  `NOT EXISTS (SELECT 1 FROM notice_print n
                WHERE n.project_id = c.project_id AND n.period = $1 AND n.room_id = c.room_id
                      AND n.payer_id IN ${idsOf("c.project_id", "p.id")}
                      ${since ? `AND n.created_at < ${since}` : ""})`;

/** Finds whose notices a scope comes to, in the order of rooms (or payers). */
@Injectable()
export class NoticesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** At most `limit` heads after the cursor. */
  async heads(projectId: string, scope: NoticeScope, cursor: string | undefined, limit: number): Promise<NoticeHead[]> {
    const { sql, where } = headsOf(projectId, scope);
    const [after, roomId, payerId] = decodeCursor(cursor, 3) ?? [];
    const beyond =
      after === undefined
        ? ""
        : `WHERE (h."sortKey" ${NATURAL}, coalesce(h."roomId", '${NO_ROOM}'), h."payerId") > (${where.param(after)}::text, ${where.param(roomId)}::uuid, ${where.param(payerId)}::uuid)`;
    const count = where.param(limit);
    return this.db.query<NoticeHead[]>(
      `SELECT h.*, n."printedAt", n.prints
         FROM (SELECT h.* FROM (${sql}) h ${beyond} ORDER BY ${IN_ORDER} LIMIT ${count}) h
         CROSS JOIN LATERAL (${PRINTED}) n
        ORDER BY ${IN_ORDER}`,
      where.params,
    );
  }

  /** How many notices and what they come to, without late fees that are not booked. */
  async totals(projectId: string, scope: NoticeScopeDto): Promise<Omit<NoticeTotalsOfScopeDto, "lateFeeFen">> {
    const { sql, where } = headsOf(projectId, scope);
    const [row] = await this.db.query<Omit<NoticeTotalsOfScopeDto, "lateFeeFen">[]>(
      `SELECT count(*)::int AS notices, coalesce(sum(h."arrearsFen"), 0)::bigint AS "arrearsFen",
              coalesce(sum(h."currentFen"), 0)::bigint AS "currentFen", coalesce(sum(h."arrearsFen" + h."currentFen"), 0)::bigint AS "payableFen"
         FROM (${sql}) h`,
      where.params,
    );
    return row!;
  }
}

/** The key of a head for the cursor of what follows. */
export const headKey = ({ sortKey, roomId, payerId }: NoticeHead): string[] => [sortKey, roomId ?? NO_ROOM, payerId];

/** The same notice has the same number, however often it is printed: month, room and payer. */
export function noticeNoOf(
  period: string,
  { roomId, roomCodes, payerNumber }: Pick<NoticeHead, "roomId" | "roomCodes" | "payerNumber">,
): string {
  const month = period.replace("-", "");
  return roomId ? `${month}-${roomCodes[0]}-${payerNumber}` : `${month}-${payerNumber}`;
}

/** A head on the wire. */
export function toNoticeHeadDto(period: string, head: NoticeHead, lateFeeFen: number): NoticeHeadDto {
  const { roomId, roomCodes, payerId, payerName, payerNumber, mobile, arrearsFen, currentFen, prints } = head;
  return {
    noticeNo: noticeNoOf(period, head),
    roomId,
    roomCodes,
    payerId,
    payerName,
    payerNumber,
    mobileMasked: maskPhone(mobile),
    arrearsFen,
    currentFen,
    lateFeeFen,
    payableFen: arrearsFen + currentFen + lateFeeFen,
    prints,
    printedAt: head.printedAt?.toISOString() ?? null,
  };
}

const byPayer = ({ groupBy }: NoticeScopeDto) => groupBy === "PAYER";

const headsSql = (scope: NoticeScopeDto) => `
  SELECT c.project_id AS "projectId", ${byPayer(scope) ? "NULL::uuid" : "c.room_id"} AS "roomId",
         array_agg(DISTINCT c.room_id) AS "roomIds", array_agg(DISTINCT r.code) AS "roomCodes",
         p.id AS "payerId", p.name AS "payerName", p.number AS "payerNumber", p.mobile,
         coalesce(sum(c.open_fen) FILTER (WHERE c.booked_period < $1), 0)::bigint AS "arrearsFen",
         coalesce(sum(c.open_fen) FILTER (WHERE c.booked_period = $1), 0)::bigint AS "currentFen",
         ${byPayer(scope) ? "p.number" : "r.code"} AS "sortKey"
    FROM charge c
    JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
    ${joinSurvivor("p", "c.project_id", "c.payer_id")}`;

const groupOf = (scope: NoticeScopeDto) =>
  `GROUP BY c.project_id, p.id, p.name, p.number, p.mobile ${byPayer(scope) ? "" : ", c.room_id, r.code"}`;

/** Which charges stand on a notice: all of its month that were not reversed, and what is still open of earlier ones. */
export const ON_NOTICE = "(c.open_fen > 0 OR (c.booked_period = $1 AND c.reversed_fen < c.amount_fen))";

/** The conditions of a scope on charges `c`, their places `u` and payers; $1 is the month. */
export function conditionsOf(projectId: string, scope: NoticeScope): Where {
  const where = new Where();
  where.param(scope.period);
  if (scope.unprinted) where.add(notPrinted(scope.since && `${where.param(scope.since)}::timestamptz`));
  return where
    .add("c.booked_period <= $1")
    .add(ON_NOTICE)
    .add("c.project_id = ?", projectId)
    .add("u.building_id = ?", scope.buildingId)
    .add("c.room_id = ?", scope.roomId)
    .add(`c.payer_id IN ${idsOf("?", "?")}`, scope.payerId && projectId, scope.payerId, scope.payerId);
}

/** The heads of a scope as a statement, and its parameters. */
export function headsOf(projectId: string, scope: NoticeScope): { sql: string; where: Where } {
  const where = conditionsOf(projectId, scope);
  const conditionsOnSums = [
    ...(scope.includePaid ? [] : ["sum(c.open_fen) > 0"]),
    ...(scope.withArrears ? ["sum(c.open_fen) FILTER (WHERE c.booked_period < $1) > 0"] : []),
  ];
  const having = conditionsOnSums.length > 0 ? `HAVING ${conditionsOnSums.join(" AND ")}` : "";
  return { sql: `${headsSql(scope)} ${where.toString()} ${groupOf(scope)} ${having}`, where };
}
