import { addDays } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  manager: DemoClient;
  receptionist: DemoClient;
  today: string;
}

interface Debt {
  roomId: string;
  payerId: string;
  openFen: number;
}

/** The suggested ladder, a batch of reminders, and three cases further on: a letter, a promise, a pause. */
export async function seedDunning({ manager, receptionist, today }: Tools, projectId: string): Promise<void> {
  const url = `/projects/${projectId}`;
  await manager.post(`${url}/dunning-levels/defaults`);
  const { items: levels } = await receptionist.get<{ items: { id: string }[] }>(`${url}/dunning-levels`);
  const levelId = levels[0]!.id;
  const { id: written } = levels[2]!;
  const plan = {
    name: "每季书面催款",
    levelId: written,
    everyMonths: 3,
    startsOn: `${today.slice(0, 7)}-05`,
    active: true,
  };
  await manager.post(`${url}/dunning-plans`, plan);
  const preview = `${url}/dunning-batches/preview`;
  const { fingerprint, cases } = await receptionist.post<{ fingerprint: string; cases: number }>(preview, { levelId });
  if (cases > 0) await receptionist.post(`${url}/dunning-batches`, { id: newId(), levelId, fingerprint });
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
