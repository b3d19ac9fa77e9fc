import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeDataDto, NoticeScopeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { encodeCursor } from "../../common/paging.js";
import { CHOSEN_SCHEME, SCHEME_ID } from "../late-fees/scheme-of-charge.js";
import { toNoticePrintDto } from "../prints/notice-totals.js";
import { QUANTITY_UNIT } from "../prints/quantities.js";
import { taxOn } from "../tax/tax-part.js";
import { type ChargeRow, type NoticeProject, noticeOf, type OwnerRow, type RoomRow } from "./notice.mapper.js";
import { debitAccountsOf } from "./notice-debit.queries.js";
import { lastBillsOf } from "./notice-last-bills.queries.js";
import { lateFeeTermsOf } from "./notice-late-fee-terms.queries.js";
import { lateFeesOnNotices, ofHead, printedLateFee } from "./notice-late-fees.js";
import { noticeQrOf, roomsInCode } from "./notice-qr.js";
import { NoticeSettingsService } from "./notice-settings.service.js";
import { headKey, type NoticeHead, type NoticeScope, NoticesQueries, ON_NOTICE } from "./notices.queries.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ownersBeside } from "../charges/owners-beside.sql.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

const CHUNK = 100;
/** Puts together what notices state (FEE-06, BIL-114). */
@Injectable()
export class NoticeData {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: NoticesQueries,
    private readonly settings: NoticeSettingsService,
  ) {}

  /** Notices of a scope one after another; a hundred at a time are in memory. */
  async *stream(projectId: string, scope: NoticeScope): AsyncGenerator<NoticeDataDto> {
    let cursor: string | undefined;
    for (;;) {
      const heads = await this.notices.heads(projectId, scope, cursor, CHUNK);
      if (heads.length > 0) yield* await this.of(projectId, scope, heads);
      if (heads.length < CHUNK) return;
      cursor = encodeCursor(headKey(heads.at(-1)!));
    }
  }

  /** The notices of these heads, in their order. */
  async of(projectId: string, scope: NoticeScope, heads: readonly NoticeHead[]): Promise<NoticeDataDto[]> {
    if (heads.length === 0) return [];
    const [project, charges, settings] = await Promise.all([
      this.projectOf(projectId),
      this.charges(projectId, scope, heads),
      this.settings.of(projectId),
    ]);
    const pairs = new Map(charges.map(({ roomId, payerId }) => [`${roomId} ${payerId}`, { roomId, payerId }]));
    const printedOn = this.clock.today(project.timeZone);
    const current = charges.filter(({ bookedPeriod }) => bookedPeriod === scope.period);
    const [rooms, owners, debits, lastBills, lateFeeTerms] = await Promise.all([
      this.rooms(
        projectId,
        charges.map(({ roomId }) => roomId),
      ),
      this.owners(projectId, scope.period, [...pairs.values()]),
      debitAccountsOf(this.db, projectId, [...pairs.values()], printedOn),
      lastBillsOf(this.db, projectId, scope.period, current),
      lateFeeTermsOf(this.db, projectId, printedOn),
    ]);
    const lateFees = await lateFeesOnNotices(this.db, projectId, scope, printedOn, heads);
    return heads.map((head) => {
      const belongs = (row: { roomId: string; payerId: string }) =>
        row.payerId === head.payerId && head.roomIds.includes(row.roomId);
      const own = charges.filter(belongs);
      const beside = {
        rooms,
        owners: owners.filter(belongs),
        debits: debits.filter(belongs),
        lastBills,
        lateFeeTerms,
      };
      const said = noticeOf(project, scope.period, printedOn, head, own, beside);
      const notice = { ...said, lateFee: printedLateFee(ofHead(lateFees, head), printedOn), qrCode: null };
      // there is nothing to scan for where nothing is to be paid
      if (toNoticePrintDto(notice).totals.payableFen === 0) return notice;
      const qrCode = noticeQrOf(settings, {
        通知单号: notice.noticeNo,
        房号: roomsInCode(head.roomCodes),
        客户编号: notice.customerNo,
        月份: scope.period,
      });
      return { ...notice, qrCode };
    });
  }

  private async projectOf(projectId: string): Promise<NoticeProject> {
    const [project] = await this.db.query<NoticeProject[]>(
      `SELECT name, telephone, notice_note AS "noticeNote", time_zone AS "timeZone" FROM project WHERE id = $1`,
      [projectId],
    );
    if (!project) throw notFound("管理区");
    return project;
  }

  private charges(projectId: string, scope: NoticeScopeDto, heads: readonly NoticeHead[]): Promise<ChargeRow[]> {
    return this.db.query<ChargeRow[]>(
      `SELECT c.room_id AS "roomId", k.id AS "payerId", r.code AS "roomCode", c.fee_item_id AS "feeItemId", c.object_id AS "objectId",
              ${itemWithObject("c", "i.name")} AS "itemName", ${QUANTITY_UNIT} AS unit,
              c.booked_period AS "bookedPeriod", c.service_from AS "from", c.service_to AS "to", c.due_on AS "dueOn",
              trim_scale(c.quantity)::text AS quantity, trim_scale(c.unit_price)::text AS "unitPrice", c.amount_fen AS "amountFen",
              c.reduced_fen AS "reducedFen", c.received_fen AS "receivedFen", c.offset_fen AS "offsetFen",
              c.reversed_fen AS "reversedFen", c.open_fen AS "openFen", c.trace, c.remark,
              CASE WHEN c.principal_id IS NULL THEN ${SCHEME_ID} END AS "lateFeeSchemeId", i.collected_for_others AS "isCollected",
              tax.code AS "taxCode", tax.rate AS "taxRate"
         FROM charge c
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
         LEFT JOIN rate ra ON ra.project_id = c.project_id AND ra.id = c.rate_id
         ${taxOn("c.due_on")} ${CHOSEN_SCHEME}
         ${joinSurvivor("k", "c.project_id", "c.payer_id")}
        WHERE c.project_id = $2 AND c.booked_period <= $1 AND ${ON_NOTICE}
          AND c.payer_id IN (SELECT m.id FROM customer m WHERE m.project_id = $2 AND (m.id = ANY($3) OR m.merged_into_id = ANY($3))) AND c.room_id = ANY($4)
          AND ($5::uuid IS NULL OR u.building_id = $5) AND ($6::uuid IS NULL OR c.room_id = $6)
        ORDER BY r.code, c.service_from, i.sort, i.code, c.id`,
      [
        scope.period,
        projectId,
        heads.map(({ payerId }) => payerId),
        heads.flatMap(({ roomIds }) => roomIds),
        scope.buildingId ?? null,
        scope.roomId ?? null,
      ],
    );
  }

  private rooms(projectId: string, ids: readonly string[]): Promise<RoomRow[]> {
    return this.db.query<RoomRow[]>(
      `SELECT r.id, r.code, b.name || u.name || r.name AS name, trim_scale(r.charge_area)::text AS "areaM2"
         FROM room r
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
        WHERE r.project_id = $1 AND r.id = ANY($2)`,
      [projectId, [...new Set(ids)]],
    );
  }

  /** Owners beside a payer who is none himself (LAW-03), and the payer's prepayments for the room. */
  private owners(projectId: string, period: string, pairs: { roomId: string; payerId: string }[]): Promise<OwnerRow[]> {
    const days = { firstDay: "($4 || '-01')::date", lastDay: "($4 || '-28')::date" };
    return this.db.query<OwnerRow[]>(
      `SELECT k.room_id AS "roomId", k.payer_id AS "payerId",
              ARRAY(SELECT DISTINCT o.name FROM (${ownersBeside("$1", { room: "k.room_id", payer: "k.payer_id", ...days })}) o
                     ORDER BY o.name) AS owners,
              (SELECT coalesce(sum(a.balance_fen), 0)::bigint FROM prepayment_account a
                WHERE a.project_id = $1 AND a.room_id = k.room_id AND a.customer_id IN ${idsOf("$1", "k.payer_id")}) AS "balanceFen"
         FROM unnest($2::uuid[], $3::uuid[]) AS k(room_id, payer_id)`,
      [projectId, pairs.map(({ roomId }) => roomId), pairs.map(({ payerId }) => payerId), period],
    );
  }
}
