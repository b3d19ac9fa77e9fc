import type { DataSource } from "typeorm";
import { addDays, firstDay } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  db: DataSource;
  manager: DemoClient;
  receptionist: DemoClient;
  today: string;
}

/** A discount for paying a year, a vacant room that is reduced and one that is to be inspected, a payment plan, and approval limits. */
export async function seedReductions(tools: Tools, projectId: string, developerId: string): Promise<void> {
  const { db, manager, receptionist, today } = tools;
  const url = `/projects/${projectId}`;
  const startsOn = firstDay(today.slice(0, 7));
  const rooms = await db.query<{ id: string; feeItemId: string }[]>(
    `SELECT c.room_id AS id, c.fee_item_id AS "feeItemId" FROM charge c
       JOIN rate t ON t.project_id = c.project_id AND t.id = c.rate_id AND t.base = 'AREA'
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id AND f.kind = 'REGULAR'
      WHERE c.project_id = $1 AND c.source = 'RUN' AND c.period = $2 AND c.open_fen >= 10000 AND c.open_fen = c.amount_fen AND c.payer_id <> $3
      ORDER BY c.id DESC LIMIT 3`,
    [projectId, today.slice(0, 7), developerId],
  );
  const [first] = rows(rooms);
  if (!first) return;
  await manager.post(`${url}/discount-schemes`, {
    name: "年缴九五折",
    feeItemIds: [first.feeItemId],
    givenAt: "PAYMENT",
    months: 12,
    benefit: "PERCENT",
    percent: "5",
    maxArrearsDays: 30,
    startsOn,
    stackable: false,
    active: true,
  });
  for (const [index, { id: roomId, feeItemId }] of rows(rooms).entries()) {
    const id = newId();
    await receptionist.post(`${url}/vacancies`, {
      id,
      roomId,
      feeItemIds: [feeItemId],
      kind: "PERCENT",
      percent: "30",
      startsOn,
      reason: "业主长期在外地，房屋未入住",
      ...(index === 1 && { bearerId: developerId }),
    });
    if (index === 2) continue;
    const seen = await receptionist.post<{ approvalId: string }>(`${url}/vacancies/${id}/inspection`, {
      inspectedOn: today,
      inspector: "工程部 何师傅",
      vacant: true,
      finding: "水电表三个月未走，屋内无家具",
    });
    await manager.post(`${url}/approvals/${seen.approvalId}/approve`, { note: "情况属实" });
  }
  await seedPaymentPlan(tools, projectId);
}

/** An old bill that may be paid in two parts. */
async function seedPaymentPlan({ db, manager, receptionist, today }: Tools, projectId: string): Promise<void> {
  const url = `/projects/${projectId}`;
  const [owed] = await db.query<{ id: string; openFen: number }[]>(
    `SELECT id, open_fen AS "openFen" FROM charge
      WHERE project_id = $1 AND open_fen >= 10000 AND due_on < $2 AND debit_batch_id IS NULL ORDER BY due_on, id LIMIT 1`,
    [projectId, today],
  );
  if (!owed) return;
  const half = Math.floor(owed.openFen / 2);
  const instalments = [
    { dueOn: addDays(today, 15), amountFen: half },
    { dueOn: addDays(today, 45), amountFen: owed.openFen - half },
  ];
  const plan = { id: newId(), reason: "业主住院，申请分两次付清", chargeIds: [owed.id], instalments };
  const { approvalId } = await receptionist.post<{ approvalId: string }>(`${url}/payment-plans`, plan);
  await manager.post(`${url}/approvals/${approvalId}/approve`, { note: "同意" });
}

/** Of each room one charge. */
const rows = <Row extends { id: string }>(list: readonly Row[]): Row[] => [
  ...new Map(list.map((row) => [row.id, row])).values(),
];
