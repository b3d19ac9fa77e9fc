import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  relationRoleLabels,
  type ChargeExclusion,
  type DeskAccountDto,
  type DeskDto,
  type DeskLateFeeDto,
  type DeskQueryDto,
  type DeskRoomDto,
  type LateFeeDto,
  type RelationRole,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { daysBetweenInclusive, periodOf } from "../../common/calendar.js";
import { maskPhone } from "../../common/crypto.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";
import { PREDECESSORS } from "../../property/restructures/predecessors.sql.js";
import { exclusionOn } from "../exclusions/exclusion.sql.js";
import { LateFeesQueries } from "../late-fees/late-fees.queries.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";
import { PaymentPlansQueries, type RunningPlan } from "../payment-plans/payment-plans.queries.js";
import { ReceiptsQueries } from "../receipts/receipts.queries.js";
import { idsOf } from "../../customer/merged-customers.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/** More open charges of one payer than these are not shown at the desk. */
const MAX_CHARGES = 2000;
const LAST_RECEIPTS = 5;

interface PayerRow {
  id: string;
  name: string;
  number: string;
  mobile: string | null;
  roles: RelationRole[];
}

interface ChargeRow {
  id: string;
  payerId: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  dueOn: string;
  amountFen: number;
  openFen: number;
  debitBatchNo: string | null;
  minimumMonths: number | null;
  exclusion: ChargeExclusion | null;
}

interface RoomRow {
  payerId: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  balanceFen: number;
  askedBackFen: number;
  itemPrepayments: DeskRoomDto["itemPrepayments"];
}

/** What the desk (收银台) shows of a room or a customer. */
@Injectable()
export class DeskQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
    private readonly receipts: ReceiptsQueries,
    private readonly lateFees: LateFeesQueries,
    private readonly plans: PaymentPlansQueries,
  ) {}

  /** The accounts of a room (whoever owes or pays for it) or of one customer, with open charges over all rooms. */
  async open(projectId: string, { roomId, customerId }: DeskQueryDto): Promise<DeskDto> {
    if (Boolean(roomId) === Boolean(customerId)) throw new InvalidInput({ roomId: ["请指定房间或客户之一"] });
    const today = await this.days.today(projectId);
    const payers = roomId
      ? await this.payersOfRoom(projectId, roomId, today)
      : await this.customer(projectId, customerId!);
    const ids = payers.map(({ id }) => id);
    const [charges, rooms, receipts, plans, postable] = await Promise.all([
      this.charges(projectId, ids, today),
      this.rooms(projectId, ids, today, roomId),
      this.receipts.lastOf(projectId, ids, LAST_RECEIPTS),
      this.plans.runningOf(projectId, ids, today),
      this.postable(projectId, periodOf(today)),
    ]);
    const overdue = charges.filter(({ dueOn }) => dueOn < today).map(({ id }) => id);
    const accrued = overdue.length > 0 ? await this.lateFees.of(projectId, today, { chargeIds: overdue }) : [];
    const lateFees = new Map(accrued.map((one) => [one.chargeId, one]));
    const accounts = payers.map((payer) =>
      accountOf(
        payer,
        today,
        charges.filter(({ payerId }) => payerId === payer.id),
        rooms.filter(({ payerId }) => payerId === payer.id),
        receipts.get(payer.id) ?? [],
        { lateFees, plans: plans.filter(({ payerId }) => payerId === payer.id) },
      ),
    );
    return { today, postable, accounts: accounts.sort((a, b) => b.openFen - a.openFen) };
  }

  /** Who owes for the room or one it was made of (BIL-16), pays for it now, or owns or rents it now. */
  private async payersOfRoom(projectId: string, roomId: string, today: string): Promise<PayerRow[]> {
    const known = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (known.length === 0) throw notFound("房间");
    return this.db.query<PayerRow[]>(
      `SELECT c.id, c.name, c.number, c.mobile,
              ARRAY(SELECT DISTINCT x.role FROM room_relation x WHERE x.project_id = $1 AND x.room_id = $2 AND x.customer_id = c.id
                       AND x.starts_on <= $3::date AND (x.ends_on IS NULL OR x.ends_on >= $3::date) ORDER BY 1) AS roles
         FROM customer c
        WHERE c.project_id = $1 AND c.id IN (SELECT COALESCE(m.merged_into_id, m.id) FROM customer m WHERE m.project_id = $1 AND m.id IN (
          SELECT payer_id FROM charge WHERE project_id = $1 AND open_fen > 0 AND (room_id = $2 OR room_id IN (${PREDECESSORS}))
          UNION
          SELECT customer_id FROM payer WHERE project_id = $1 AND room_id = $2 AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)
          UNION
          SELECT customer_id FROM room_relation WHERE project_id = $1 AND room_id = $2 AND role IN ('OWNER', 'TENANT')
             AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)
          UNION
          SELECT customer_id FROM prepayment_account WHERE project_id = $1 AND room_id = $2 AND balance_fen > 0))
        ORDER BY c.name, c.id LIMIT 50`,
      [projectId, roomId, today],
    );
  }

  private async customer(projectId: string, customerId: string): Promise<PayerRow[]> {
    const rows = await this.db.query<PayerRow[]>(
      `SELECT c.id, c.name, c.number, c.mobile, '{}'::text[] AS roles FROM customer k
         JOIN customer c ON c.project_id = k.project_id AND c.id = COALESCE(k.merged_into_id, k.id) WHERE k.project_id = $1 AND k.id = $2`,
      [projectId, customerId],
    );
    if (rows.length === 0) throw notFound("客户");
    return rows;
  }

  private charges(projectId: string, payerIds: string[], today: string): Promise<ChargeRow[]> {
    return this.db.query<ChargeRow[]>(
      `SELECT o.*, r.code AS "roomCode", r.name AS "roomName", ${itemWithObject("o", "i.name")} AS "feeItemName", t.minimum_months AS "minimumMonths", b.batch_no AS "debitBatchNo"
         FROM unnest($2::uuid[]) AS p(id)
         CROSS JOIN LATERAL (
           SELECT c.project_id, c.id, c.object_id, p.id AS "payerId", c.room_id AS "roomId", c.fee_item_id, c.rate_id, c.period, c.service_from AS "serviceFrom",
                  c.service_to AS "serviceTo", c.due_on AS "dueOn", c.amount_fen AS "amountFen", c.open_fen AS "openFen",
                  c.debit_batch_id, ${exclusionOn("$4::date")} AS exclusion
             FROM charge c WHERE c.project_id = $1 AND c.payer_id IN ${idsOf("$1", "p.id")} AND c.open_fen > 0 AND c.open_fen <> 0
            ORDER BY c.due_on, c.id LIMIT $3) o
         JOIN room r ON r.project_id = $1 AND r.id = o."roomId"
         JOIN fee_item i ON i.project_id = $1 AND i.id = o.fee_item_id
         LEFT JOIN rate t ON t.project_id = $1 AND t.id = o.rate_id
         LEFT JOIN debit_batch b ON b.project_id = $1 AND b.id = o.debit_batch_id
        ORDER BY r.code, o.period, i.sort, o."serviceFrom", o.id`,
      [projectId, payerIds, MAX_CHARGES + 1, today],
    );
  }

  /**
   * Rooms of the payers that the desk shows even when nothing is owed: the one asked for, own ones, prepaid ones. What is
   * to be paid back of a prepayment cannot be used and stands apart.
   */
  private rooms(projectId: string, payerIds: string[], today: string, roomId: string | undefined): Promise<RoomRow[]> {
    return this.db.query<RoomRow[]>(
      `SELECT k.customer_id AS "payerId", r.id AS "roomId", r.code AS "roomCode", r.name AS "roomName",
              coalesce(max(k.fen) FILTER (WHERE k.item_id IS NULL), 0)::bigint AS "balanceFen",
              coalesce(max(k.asked) FILTER (WHERE k.item_id IS NULL), 0)::bigint AS "askedBackFen",
              coalesce(jsonb_agg(jsonb_build_object('feeItemId', k.item_id, 'feeItemName', k.item, 'balanceFen', k.fen,
                                                    'askedBackFen', k.asked) ORDER BY k.item)
                         FILTER (WHERE k.item_id IS NOT NULL), '[]') AS "itemPrepayments"
         FROM (SELECT a.room_id, p.id AS customer_id, a.fee_item_id AS item_id, i.name AS item,
                      sum(greatest(a.balance_fen - back.fen, 0)) AS fen, sum(least(a.balance_fen, back.fen)) AS asked
                 FROM unnest($2::uuid[]) AS p(id)
                 JOIN prepayment_account a ON a.project_id = $1 AND a.customer_id IN ${idsOf("$1", "p.id")} AND a.balance_fen > 0
                 CROSS JOIN LATERAL (SELECT ${ASKED_BACK} AS fen) back
                 LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
                GROUP BY 1, 2, a.fee_item_id, i.name
               UNION ALL
               SELECT room_id, customer_id, NULL, NULL, 0, 0 FROM room_relation
                WHERE project_id = $1 AND customer_id = ANY($2) AND role IN ('OWNER', 'TENANT')
                  AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)
               UNION ALL
               SELECT $4::uuid, id, NULL, NULL, 0, 0 FROM unnest($2::uuid[]) AS p(id) WHERE $4::uuid IS NOT NULL) k
         JOIN room r ON r.project_id = $1 AND r.id = k.room_id
        GROUP BY 1, 2, 3, 4
        ORDER BY r.code LIMIT 500`,
      [projectId, payerIds, today, roomId ?? null],
    );
  }

  private async postable(projectId: string, period: string): Promise<boolean> {
    const [row] = await this.db.query<{ postable: boolean }[]>(
      `SELECT $2 >= p.first_period AND NOT EXISTS (SELECT 1 FROM billing_period b WHERE b.project_id = p.id AND b.period = $2
                AND b.status <> 'OPEN') AS postable FROM project p WHERE p.id = $1`,
      [projectId, period],
    );
    return row?.postable ?? false;
  }
}

function accountOf(
  payer: PayerRow,
  today: string,
  found: ChargeRow[],
  known: RoomRow[],
  receipts: DeskAccountDto["receipts"],
  { lateFees, plans }: { lateFees: ReadonlyMap<string, LateFeeDto>; plans: RunningPlan[] },
): DeskAccountDto {
  const charges = found.slice(0, MAX_CHARGES);
  const byId = new Map<string, DeskRoomDto>();
  const roomOf = ({ roomId, roomCode, roomName }: Pick<RoomRow, "roomId" | "roomCode" | "roomName">): DeskRoomDto => {
    const room = byId.get(roomId) ?? emptyRoom(roomId, roomCode, roomName);
    byId.set(roomId, room);
    return room;
  };
  for (const row of known) {
    const { balanceFen: prepaymentFen, askedBackFen, itemPrepayments } = row;
    Object.assign(roomOf(row), { prepaymentFen, askedBackFen, itemPrepayments });
  }
  for (const charge of charges) addCharge(roomOf(charge), charge, today, lateFees.get(charge.id));
  const rooms = [...byId.values()].sort(
    (a, b) => Number(b.openFen > 0) - Number(a.openFen > 0) || a.code.localeCompare(b.code, "zh-CN", { numeric: true }),
  );
  return {
    payerId: payer.id,
    payerName: payer.name,
    payerNumber: payer.number,
    mobileMasked: maskPhone(payer.mobile),
    roles: payer.roles.map((role) => relationRoleLabels[role]),
    openFen: sum(rooms.map(({ openFen }) => openFen)),
    overdueFen: sum(rooms.map(({ overdueFen }) => overdueFen)),
    lateFeeFen: sum(charges.map(({ id }) => lateFees.get(id)?.amountFen ?? 0)),
    prepaymentFen: sum(
      rooms.flatMap(({ prepaymentFen, itemPrepayments }) => [
        prepaymentFen,
        ...itemPrepayments.map(({ balanceFen }) => balanceFen),
      ]),
    ),
    askedBackFen: sum(rooms.flatMap((room) => [room, ...room.itemPrepayments].map((one) => one.askedBackFen))),
    rooms,
    truncated: found.length > MAX_CHARGES,
    plans: plans.map(({ payerId: _payer, state, ...plan }) => ({ ...plan, broken: state === "BROKEN" })),
    receipts,
  };
}

const emptyRoom = (id: string, code: string, name: string): DeskRoomDto => ({
  id,
  code,
  name,
  openFen: 0,
  overdueFen: 0,
  prepaymentFen: 0,
  askedBackFen: 0,
  itemPrepayments: [],
  minimumMonths: null,
  months: [],
});

const toLateFee = ({ amountFen, days, months, explanation }: LateFeeDto): DeskLateFeeDto => ({
  amountFen,
  days,
  months,
  explanation,
});

function addCharge(room: DeskRoomDto, charge: ChargeRow, today: string, lateFee: LateFeeDto | undefined): void {
  const { id, feeItemName, period, serviceFrom, serviceTo, dueOn, amountFen, openFen, debitBatchNo, exclusion } =
    charge;
  const { minimumMonths } = charge;
  const daysLate = Math.max(0, daysBetweenInclusive(dueOn, today) - 1);
  let month = room.months.find((one) => one.period === period);
  if (!month) {
    month = { period, openFen: 0, charges: [] };
    room.months.push(month);
  }
  month.charges.push({
    id,
    feeItemName,
    period,
    serviceFrom,
    serviceTo,
    dueOn,
    daysLate,
    amountFen,
    paidFen: amountFen - openFen,
    openFen,
    debitBatchNo,
    lateFee: lateFee ? toLateFee(lateFee) : null,
    exclusion,
  });
  month.openFen += openFen;
  room.openFen += openFen;
  if (daysLate > 0) room.overdueFen += openFen;
  if (minimumMonths) room.minimumMonths = Math.max(room.minimumMonths ?? 0, minimumMonths);
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
