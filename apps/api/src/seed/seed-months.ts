import type { DataSource } from "typeorm";
import type { RecordReadingsService } from "../billing/meters/record-readings.service.js";
import type { systemActor } from "../common/actor.js";
import { addMonths, dayInPeriod, firstDay, lastDay } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";
import type { Chance } from "./invented.js";
import type { SeedClock } from "./seed-clock.js";
import { seedReadings } from "./seed-meters.js";
import { closeShift, openShift, settleDay } from "./seed-shifts.js";

interface Tools {
  db: DataSource;
  clock: SeedClock;
  chance: Chance;
  cashier: DemoClient;
  finance: DemoClient;
  manager: DemoClient;
  actor: typeof systemActor;
  readings: RecordReadingsService;
}

/** What a payer owes in a month's end. */
interface Debt {
  payerId: string;
  roomId: string;
  charges: { id: string; openFen: number }[];
  totalFen: number;
}

/** Share of the payers with open charges who come to the desk in a month, oldest month first, the open month last. */
const turnout = [0.3, 0.4, 0.7, 0.28];
const methods = ["WECHAT", "WECHAT", "ALIPAY", "ALIPAY", "CASH", "CARD", "TRANSFER"] as const;
/** Desks open at once. */
const DESKS = 4;

/** Three months billed, paid and closed, and the present one under way. */
export async function seedMonths(
  tools: Tools,
  projectId: string,
  today: string,
  say: (line: string) => void,
): Promise<void> {
  const present = today.slice(0, 7);
  for (const [index, back] of [3, 2, 1, 0].entries()) {
    const period = addMonths(present, -back);
    const last = back === 0 ? today : lastDay(period);
    tools.clock.set(firstDay(period));
    await publish(tools, projectId, period);
    const receipts = await collect(tools, projectId, {
      from: firstDay(period),
      to: last,
      share: turnout[index]!,
      inShifts: back === 0,
    });
    await seedReadings(tools, projectId, period, today);
    if (back > 0) {
      tools.clock.set(dayInPeriod(addMonths(period, 1), 3));
      await tools.finance.post(`/projects/${projectId}/periods/${period}/close`, { confirm: true });
    }
    say(`${period}：收款 ${receipts} 笔${back > 0 ? "，已月结" : ""}`);
  }
}

async function publish({ finance }: Tools, projectId: string, period: string): Promise<void> {
  const { runId } = await finance.run<{ jobId: string; runId: string }>(projectId, `/projects/${projectId}/runs`, {
    period,
  });
  await finance.run(projectId, `/projects/${projectId}/runs/${runId}/publish`, { skipWithoutPayer: true });
}

async function collect(
  tools: Tools,
  projectId: string,
  { from, to, share, inShifts }: { from: string; to: string; share: number; inShifts: boolean },
): Promise<number> {
  const { clock, chance } = tools;
  const days = Number(to.slice(8)) - Number(from.slice(8)) + 1;
  const debts = (await openDebts(tools.db, projectId)).filter(() => chance.happens(share));
  for (let day = 0; day < days; day += 1) {
    const today = `${from.slice(0, 8)}${String(Number(from.slice(8)) + day).padStart(2, "0")}`;
    clock.set(today, chance.int(0, 240));
    const [first, next] = [day, day + 1].map((part) => Math.floor((part * debts.length) / days));
    const queue = debts.slice(first, next).map((debt) => ({ receipt: receiptOf(debt, chance) }));
    const desk = async () => {
      for (let one = queue.shift(); one; one = queue.shift())
        await tools.cashier.post(`/projects/${projectId}/receipts`, one.receipt);
    };
    if (day === Math.floor(days / 2)) await mistakes(tools, projectId, from, to);
    const shiftId = inShifts ? await openShift(tools.cashier, projectId) : undefined;
    await Promise.all(Array.from({ length: DESKS }, desk));
    // the shift of the last day is still under way
    if (shiftId && day < days - 1) {
      const cashFen = await closeShift(tools, projectId, shiftId, { short: day === 4 });
      await settleDay(tools, projectId, today, { cashFen, received: day < days - 4 });
    }
  }
  return debts.length;
}

/** Most pay all they owe with one method; some part of it, some with two methods, some a little ahead. */
function receiptOf({ payerId, roomId, charges, totalFen }: Debt, chance: Chance): object {
  const part = charges.length > 1 && chance.happens(0.1);
  const lines = (part ? charges.slice(0, 1) : charges).map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen }));
  const dueFen = part ? lines[0]!.amountFen : totalFen;
  const ahead = chance.happens(0.03) ? 10_000 * chance.int(1, 5) : 0;
  const prepayment = ahead > 0 ? { roomId, amountFen: ahead } : undefined;
  return {
    id: newId(),
    payerId,
    lines,
    methods: tendersOf(dueFen + ahead, chance),
    ...(prepayment ? { prepayment } : {}),
  };
}

function tendersOf(amountFen: number, chance: Chance): object[] {
  const method = chance.pick(methods);
  if (method === "CASH") return [{ method, tenderedFen: Math.ceil(amountFen / 10_000) * 10_000 }];
  const slip = () => ({ referenceNo: String(chance.int(100_000, 999_999)) });
  if (chance.happens(0.06) && amountFen > 20_000) {
    return [
      { method: "CARD", tenderedFen: 10_000, ...slip() },
      { method: "WECHAT", tenderedFen: amountFen - 10_000 },
    ];
  }
  return [{ method, tenderedFen: amountFen, ...(method === "CARD" || method === "TRANSFER" ? slip() : {}) }];
}

/** Now and then a receipt was made out wrongly and is reversed; one of them is paid back. */
async function mistakes(
  { db, chance, cashier, finance, manager }: Tools,
  projectId: string,
  from: string,
  to: string,
): Promise<void> {
  const receipts = await db.query<{ id: string; amount_fen: number }[]>(
    `SELECT id, amount_fen FROM receipt WHERE project_id = $1 AND booked_on BETWEEN $2 AND $3 AND prepayment_fen = 0
      ORDER BY id LIMIT 200`,
    [projectId, from, to],
  );
  if (receipts.length === 0) return;
  for (const { id } of [chance.pick(receipts), chance.pick(receipts)].filter(
    (one, index, all) => all.indexOf(one) === index,
  )) {
    const asked = await manager.post<{ reversalApprovalId: string }>(
      `/projects/${projectId}/receipts/${id}/reversal-requests`,
      { reason: "收错房间" },
    );
    await finance.post(`/projects/${projectId}/approvals/${asked.reversalApprovalId}/approve`, { note: "已核对" });
  }
  const [red] = await db.query<{ id: string; amount_fen: number }[]>(
    `SELECT r.id, r.amount_fen FROM receipt r WHERE r.project_id = $1 AND r.booked_on BETWEEN $2 AND $3 AND r.reversal_of IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM refund f WHERE f.project_id = r.project_id AND f.red_receipt_id = r.id) LIMIT 1`,
    [projectId, from, to],
  );
  if (!red) return;
  const request = {
    id: newId(),
    source: "RED_RECEIPT",
    sourceId: red.id,
    method: "CASH",
    channelReason: "业主要求退现金",
    amountFen: -red.amount_fen,
    reason: "收错房间，退还现金",
  };
  const url = `/projects/${projectId}`;
  const { approvalId } = await cashier.post<{ approvalId: string }>(`${url}/refund-requests`, request);
  await manager.post(`${url}/approvals/${approvalId}/approve`, { note: "同意" });
  await finance.post(`${url}/refund-requests/${request.id}/pay`, {});
}

async function openDebts(db: DataSource, projectId: string): Promise<Debt[]> {
  const rows = await db.query<{ payer_id: string; room_id: string; ids: string[]; open: string[] }[]>(
    `SELECT payer_id, (array_agg(room_id ORDER BY id))[1] AS room_id, array_agg(id ORDER BY due_on, id) AS ids,
            array_agg(open_fen::text ORDER BY due_on, id) AS open
       FROM charge WHERE project_id = $1 AND open_fen > 0 GROUP BY payer_id ORDER BY md5(payer_id::text)`,
    [projectId],
  );
  return rows
    .filter(({ ids }) => ids.length <= 60)
    .map(({ payer_id, room_id, ids, open }) => ({
      payerId: payer_id,
      roomId: room_id,
      charges: ids.map((id, index) => ({ id, openFen: Number(open[index]) })),
      totalFen: open.reduce((sum, fen) => sum + Number(fen), 0),
    }));
}
