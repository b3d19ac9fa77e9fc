import { taxOn, type TaxOfDay, taxPartOf } from "../tax/tax-part.js";
import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeArrearDto, NoticeChargeDto, NoticeDataDto, NoticeScopeDto, PrintRoomDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { parseYuan } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { encodeCursor } from "../../common/paging.js";
import { explain } from "../pricing/explain.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { printMeterOf } from "../prints/print-meter.js";
import { priceText, QUANTITY_UNIT } from "../prints/quantities.js";
import { DEBIT_SENTENCE, type DebitAccount, debitAccountsOf } from "./notice-debit.queries.js";
import { lateFeesOnNotices, ofHead, printedLateFee } from "./notice-late-fees.js";
import { headKey, type NoticeHead, noticeNoOf, NoticesQueries, ON_NOTICE } from "./notices.queries.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ownersBeside } from "../charges/owners-beside.sql.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

const CHUNK = 100;
/** Days after delivery within which the owner may object. */
const OBJECTION_DAYS = 7;
const PAYMENT_METHODS = ["物业服务中心前台（现金、刷卡、微信、支付宝）", "银行转账，请注明房号和姓名"];

interface ChargeRow extends TaxOfDay {
  roomId: string;
  payerId: string;
  roomCode: string;
  itemName: string;
  unit: string | null;
  bookedPeriod: string;
  from: string;
  to: string;
  dueOn: string;
  quantity: string | null;
  unitPrice: string | null;
  amountFen: number;
  reducedFen: number;
  receivedFen: number;
  offsetFen: number;
  reversedFen: number;
  openFen: number;
  trace: PriceTrace | null;
  remark: string | null;
}

interface RoomRow extends PrintRoomDto {
  id: string;
}

interface OwnerRow {
  roomId: string;
  payerId: string;
  owners: string[];
  balanceFen: number;
}

interface Project {
  name: string;
  telephone: string | null;
  noticeNote: string | null;
  timeZone: string;
}

/** Puts together what notices state (FEE-06, BIL-114). */
@Injectable()
export class NoticeData {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: NoticesQueries,
  ) {}

  /** Notices of a scope one after another; a hundred at a time are in memory. */
  async *stream(projectId: string, scope: NoticeScopeDto): AsyncGenerator<NoticeDataDto> {
    let cursor: string | undefined;
    for (;;) {
      const heads = await this.notices.heads(projectId, scope, cursor, CHUNK);
      if (heads.length > 0) yield* await this.of(projectId, scope, heads);
      if (heads.length < CHUNK) return;
      cursor = encodeCursor(headKey(heads.at(-1)!));
    }
  }

  /** The notices of these heads, in their order. */
  async of(projectId: string, scope: NoticeScopeDto, heads: readonly NoticeHead[]): Promise<NoticeDataDto[]> {
    if (heads.length === 0) return [];
    const [project, charges] = await Promise.all([this.projectOf(projectId), this.charges(projectId, scope, heads)]);
    const pairs = new Map(charges.map(({ roomId, payerId }) => [`${roomId} ${payerId}`, { roomId, payerId }]));
    const printedOn = this.clock.today(project.timeZone);
    const [rooms, owners, debits] = await Promise.all([
      this.rooms(
        projectId,
        charges.map(({ roomId }) => roomId),
      ),
      this.owners(projectId, scope.period, [...pairs.values()]),
      debitAccountsOf(this.db, projectId, [...pairs.values()], printedOn),
    ]);
    const lateFees = await lateFeesOnNotices(this.db, projectId, scope, printedOn, heads);
    return heads.map((head) => {
      const belongs = (row: { roomId: string; payerId: string }) =>
        row.payerId === head.payerId && (head.roomId === null || row.roomId === head.roomId);
      const own = charges.filter(belongs);
      const beside = { rooms, owners: owners.filter(belongs), debits: debits.filter(belongs) };
      const notice = noticeOf(project, scope.period, printedOn, head, own, beside);
      return { ...notice, lateFee: printedLateFee(ofHead(lateFees, head), printedOn) };
    });
  }

  private async projectOf(projectId: string): Promise<Project> {
    const [project] = await this.db.query<Project[]>(
      `SELECT name, telephone, notice_note AS "noticeNote", time_zone AS "timeZone" FROM project WHERE id = $1`,
      [projectId],
    );
    if (!project) throw notFound("管理区");
    return project;
  }

  private charges(projectId: string, scope: NoticeScopeDto, heads: readonly NoticeHead[]): Promise<ChargeRow[]> {
    return this.db.query<ChargeRow[]>(
      `SELECT c.room_id AS "roomId", k.id AS "payerId", r.code AS "roomCode", ${itemWithObject("c", "i.name")} AS "itemName", ${QUANTITY_UNIT} AS unit,
              c.booked_period AS "bookedPeriod", c.service_from AS "from", c.service_to AS "to", c.due_on AS "dueOn",
              trim_scale(c.quantity)::text AS quantity, trim_scale(c.unit_price)::text AS "unitPrice", c.amount_fen AS "amountFen",
              c.reduced_fen AS "reducedFen", c.received_fen AS "receivedFen", c.offset_fen AS "offsetFen",
              c.reversed_fen AS "reversedFen", c.open_fen AS "openFen", c.trace, c.remark,
              tax.code AS "taxCode", tax.rate AS "taxRate"
         FROM charge c
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
         LEFT JOIN rate ra ON ra.project_id = c.project_id AND ra.id = c.rate_id
         ${taxOn("c.due_on")}
         ${joinSurvivor("k", "c.project_id", "c.payer_id")}
        WHERE c.project_id = $2 AND c.booked_period <= $1 AND ${ON_NOTICE}
          AND c.payer_id IN (SELECT m.id FROM customer m WHERE m.project_id = $2 AND (m.id = ANY($3) OR m.merged_into_id = ANY($3))) AND ($4::uuid[] IS NULL OR c.room_id = ANY($4))
          AND ($5::uuid IS NULL OR u.building_id = $5) AND ($6::uuid IS NULL OR c.room_id = $6)
        ORDER BY r.code, c.service_from, i.sort, i.code, c.id`,
      [
        scope.period,
        projectId,
        heads.map(({ payerId }) => payerId),
        heads.every(({ roomId }) => roomId) ? heads.map(({ roomId }) => roomId) : null,
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

function noticeOf(
  project: Project,
  period: string,
  printedOn: string,
  head: NoticeHead,
  charges: readonly ChargeRow[],
  {
    rooms,
    owners,
    debits,
  }: { rooms: readonly RoomRow[]; owners: readonly OwnerRow[]; debits: readonly DebitAccount[] },
): Omit<NoticeDataDto, "lateFee"> {
  const several = new Set(charges.map(({ roomId }) => roomId)).size > 1;
  const current = charges.filter(({ bookedPeriod }) => bookedPeriod === period);
  const due =
    current
      .filter(({ openFen }) => openFen > 0)
      .map(({ dueOn }) => dueOn)
      .sort()[0] ?? null;
  const prepaidFen = owners.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
  return {
    projectName: project.name,
    noticeNo: noticeNoOf(period, head),
    printedOn,
    customerName: head.payerName,
    customerNo: head.payerNumber,
    rooms: rooms
      .filter(({ id }) => charges.some(({ roomId }) => roomId === id))
      .map(({ code, name, areaM2 }) => ({ code, name, areaM2 })),
    debitAccountMasked: debits.length > 0 ? [...new Set(debits.map(({ account }) => account))].join("、") : null,
    period,
    arrears: charges.filter(({ bookedPeriod }) => bookedPeriod < period).map((charge) => toArrear(charge, several)),
    charges: current.map((charge) => toCharge(charge, several)),
    prepaymentBalanceFen: prepaidFen > 0 ? prepaidFen : null,
    terms: {
      paymentMethods: PAYMENT_METHODS,
      dueDate: due !== null && due >= printedOn ? due : null,
      telephone: project.telephone,
      objectionDays: OBJECTION_DAYS,
      others: [
        ...(debits.length > 0 ? [DEBIT_SENTENCE] : []),
        ...liability(owners),
        ...(project.noticeNote?.split("\n").filter((line) => line.trim() !== "") ?? []),
      ],
    },
    qrCode: null,
  };
}

function liability(owners: readonly OwnerRow[]): string[] {
  const names = [...new Set(owners.flatMap((row) => row.owners))];
  return names.length === 0 ? [] : [`业主${names.join("、")}对物业使用人未缴的物业费依法承担连带交纳责任。`];
}

function toArrear(charge: ChargeRow, several: boolean): NoticeArrearDto {
  const { roomCode, itemName, from, to, dueOn, amountFen, reducedFen, reversedFen, openFen } = charge;
  const owedFen = amountFen - reducedFen - reversedFen;
  return {
    roomCode: several ? roomCode : null,
    itemName,
    from,
    to,
    dueDate: dueOn,
    amountFen: owedFen,
    paidFen: owedFen - openFen,
    openFen,
  };
}

function toCharge(charge: ChargeRow, several: boolean): NoticeChargeDto {
  const { trace, remark } = charge;
  return {
    roomCode: several ? charge.roomCode : null,
    itemName: charge.itemName,
    from: charge.from,
    to: charge.to,
    quantity: charge.quantity,
    unit: charge.unit,
    unitPrice: priceText(charge.unitPrice),
    surchargeFen: surchargeOf(trace),
    amountFen: charge.amountFen - charge.reversedFen,
    waivedFen: charge.reducedFen,
    offsetFen: charge.offsetFen,
    paidFen: charge.receivedFen,
    openFen: charge.openFen,
    tax: taxPartOf(charge.amountFen - charge.reversedFen - charge.reducedFen, charge),
    explanation: trace && ("base" in trace || "lateFee" in trace) ? explain(trace).join("；") : remark,
    meter: printMeterOf(trace),
  };
}

/** The surcharge of a whole month in fen; of a broken month the explanation tells. */
function surchargeOf(trace: PriceTrace | null): number {
  if (!trace?.sur || trace.part || !/^\d+(\.\d{1,2})?$/.test(trace.sur)) return 0;
  return parseYuan(trace.sur);
}
