import type { DataSource } from "typeorm";
import { addDays, addMonths } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";
import type { SeedClock } from "./seed-clock.js";

interface Tools {
  db: DataSource;
  clock: SeedClock;
  manager: DemoClient;
  receptionist: DemoClient;
  today: string;
}

interface Debt {
  roomId: string;
  payerId: string;
  openFen: number;
}

/** The suggested ladder, bills before the due day, a batch of reminders, and three cases further on: a letter, a promise, a pause. */
export async function seedDunning(tools: Tools, projectId: string): Promise<void> {
  const { db, clock, manager, receptionist, today } = tools;
  const url = `/projects/${projectId}`;
  const period = today.slice(0, 7);
  clock.set(`${period}-12`);
  await manager.post(`${url}/dunning-levels/defaults`);
  const { items: levels } = await receptionist.get<{ items: { id: string }[] }>(`${url}/dunning-levels`);
  const [bill, reminder, , written] = levels.map(({ id }) => id) as [string, string, string, string];
  const plan = { active: true, everyMonths: 3, startsOn: `${period}-05` };
  await manager.post(`${url}/dunning-plans`, { ...plan, name: "每季书面催款", levelId: written });
  const nextDue = `${addMonths(period, 1)}-20`;
  const monthly = { name: "每月到期前送账单", levelId: bill, everyMonths: 1, startsOn: nextDue };
  await manager.post(`${url}/dunning-plans`, { ...plan, ...monthly });
  const [first] = await db.query<{ id: string }[]>(
    "SELECT id FROM building WHERE project_id = $1 ORDER BY code LIMIT 1",
    [projectId],
  );
  await issue(tools, url, { levelId: bill, buildingId: first!.id });
  clock.set(today);
  await issue(tools, url, { levelId: reminder });
  const { items: debts } = await receptionist.get<{ items: Debt[] }>(`${url}/dunning-cases?sort=OLDEST&pageSize=3`);
  const [letter, promise, pause] = debts.map((debt) => ({
    ...debt,
    at: `${url}/dunning-cases/${debt.roomId}/${debt.payerId}`,
  }));
  if (letter)
    await receptionist.post(`${letter.at}/steps`, {
      id: newId(),
      channel: "NOTICE",
      onDay: today,
      text: "送达书面催款单，请在三十日内缴清",
      how: "SIGNED",
      recipient: "业主本人",
      result: "称本月底前缴清",
    });
  if (promise)
    await receptionist.post(`${promise.at}/promises`, {
      id: newId(),
      madeOn: today,
      payBy: addDays(today, 14),
      amountFen: promise.openFen,
      form: "WRITTEN",
      promisedBy: "业主本人",
    });
  if (pause)
    await receptionist.post(`${pause.at}/pauses`, {
      id: newId(),
      startsOn: today,
      endsOn: addDays(today, 30),
      reason: "渗水维修正在协商",
    });
}

/** What the level finds is issued, if it finds anything. */
async function issue({ receptionist }: Tools, url: string, scope: object): Promise<void> {
  const preview = `${url}/dunning-batches/preview`;
  const { fingerprint, cases } = await receptionist.post<{ fingerprint: string; cases: number }>(preview, scope);
  if (cases > 0) await receptionist.post(`${url}/dunning-batches`, { id: newId(), fingerprint, ...scope });
}
