import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeHeadDto, NoticeScopeDto, NoticeTotalsOfScopeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { decodeCursor } from "../../common/paging.js";
import { Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";

/** One notice to be: whose, for which room (null: all of the payer). Amounts in fen. */
export interface NoticeHead {
  roomId: string | null;
  roomCodes: string[];
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobile: string | null;
  arrearsFen: number;
  currentFen: number;
  /** What the list is ordered by: room code, or payer number. */
  sortKey: string;
}

const NO_ROOM = "00000000-0000-0000-0000-000000000000";

/** Finds whose notices a scope comes to, in the order of rooms (or payers). */
@Injectable()
export class NoticesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** At most `limit` heads after the cursor. */
  async heads(
    projectId: string,
    scope: NoticeScopeDto,
    cursor: string | undefined,
    limit: number,
  ): Promise<NoticeHead[]> {
    const { where, having } = conditions(projectId, scope);
    const [after, roomId, payerId] = decodeCursor(cursor, 3) ?? [];
    const beyond =
      after === undefined
        ? ""
        : `WHERE (h."sortKey" ${NATURAL}, coalesce(h."roomId", '${NO_ROOM}'), h."payerId") > (${where.param(after)}::text, ${where.param(roomId)}::uuid, ${where.param(payerId)}::uuid)`;
    const count = where.param(limit);
    return this.db.query<NoticeHead[]>(
      `SELECT * FROM (${headsSql(scope)} ${where.toString()} ${groupOf(scope)} ${having}) h ${beyond}
        ORDER BY h."sortKey" ${NATURAL}, coalesce(h."roomId", '${NO_ROOM}'), h."payerId" LIMIT ${count}`,
      where.params,
    );
  }

  /** How many notices and what they come to, without late fees that are not booked. */
  async totals(projectId: string, scope: NoticeScopeDto): Promise<Omit<NoticeTotalsOfScopeDto, "lateFeeFen">> {
    const { where, having } = conditions(projectId, scope);
    const [row] = await this.db.query<Omit<NoticeTotalsOfScopeDto, "lateFeeFen">[]>(
      `SELECT count(*)::int AS notices, coalesce(sum(h."arrearsFen"), 0)::bigint AS "arrearsFen",
              coalesce(sum(h."currentFen"), 0)::bigint AS "currentFen", coalesce(sum(h."arrearsFen" + h."currentFen"), 0)::bigint AS "payableFen"
         FROM (${headsSql(scope)} ${where.toString()} ${groupOf(scope)} ${having}) h`,
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
  const { roomId, roomCodes, payerId, payerName, payerNumber, mobile, arrearsFen, currentFen } = head;
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
  };
}

const byPayer = ({ groupBy }: NoticeScopeDto) => groupBy === "PAYER";

const headsSql = (scope: NoticeScopeDto) => `
  SELECT ${byPayer(scope) ? "NULL::uuid" : "c.room_id"} AS "roomId", array_agg(DISTINCT r.code) AS "roomCodes",
         p.id AS "payerId", p.name AS "payerName", p.number AS "payerNumber", p.mobile,
         coalesce(sum(c.open_fen) FILTER (WHERE c.booked_period < $1), 0)::bigint AS "arrearsFen",
         coalesce(sum(c.open_fen) FILTER (WHERE c.booked_period = $1), 0)::bigint AS "currentFen",
         ${byPayer(scope) ? "p.number" : "r.code"} AS "sortKey"
    FROM charge c
    JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
    ${joinSurvivor("p", "c.project_id", "c.payer_id")}`;

const groupOf = (scope: NoticeScopeDto) =>
  `GROUP BY p.id, p.name, p.number, p.mobile ${byPayer(scope) ? "" : ", c.room_id, r.code"}`;

/** Which charges stand on a notice: all of its month that were not reversed, and what is still open of earlier ones. */
export const ON_NOTICE = "(c.open_fen > 0 OR (c.booked_period = $1 AND c.reversed_fen < c.amount_fen))";

/** The conditions of a scope on charges `c`, their places `u` and payers; $1 is the month. */
export function conditionsOf(projectId: string, scope: NoticeScopeDto): Where {
  const where = new Where();
  where.param(scope.period);
  return where
    .add("c.booked_period <= $1")
    .add(ON_NOTICE)
    .add("c.project_id = ?", projectId)
    .add("u.building_id = ?", scope.buildingId)
    .add("c.room_id = ?", scope.roomId)
    .add(`c.payer_id IN ${idsOf("?", "?")}`, scope.payerId && projectId, scope.payerId, scope.payerId);
}

function conditions(projectId: string, scope: NoticeScopeDto): { where: Where; having: string } {
  const where = conditionsOf(projectId, scope);
  const conditionsOnSums = [
    ...(scope.includePaid ? [] : ["sum(c.open_fen) > 0"]),
    ...(scope.withArrears ? ["sum(c.open_fen) FILTER (WHERE c.booked_period < $1) > 0"] : []),
  ];
  return { where, having: conditionsOnSums.length > 0 ? `HAVING ${conditionsOnSums.join(" AND ")}` : "" };
}
