import { addMonths, firstDay, periodOf } from "../common/calendar.js";
import type { DemoClient } from "./demo-client.js";
import type { SeededRoom } from "./seed-property.js";

interface Draft {
  id: string;
  version: number;
}

/** A split that waits for the approval, and a draft of another one; both from the next month on. */
export async function seedRestructures(
  { manager, today }: { manager: DemoClient; today: string },
  projectId: string,
  rooms: readonly SeededRoom[],
): Promise<void> {
  const base = `/projects/${projectId}`;
  const effectiveOn = firstDay(addMonths(periodOf(today), 1));
  const draft = async (room: SeededRoom, reason: string) => {
    const asked = { kind: "SPLIT", roomIds: [room.id], effectiveOn, count: 2 };
    const { plan } = await manager.post<{ plan: object }>(`${base}/restructures/proposal`, asked);
    return { plan, ...(await manager.post<Draft>(`${base}/restructures`, { ...plan, reason })) };
  };
  const [first, second] = rooms.filter(({ kind, state }) => kind === "RESIDENTIAL" && state === "OCCUPIED").slice(10);
  if (!first || !second) return;
  const { plan, id, version } = await draft(first, "业主申请分户");
  const { fingerprint, problems } = await manager.post<{ fingerprint: string; problems: { blocking: boolean }[] }>(
    `${base}/restructures/preview`,
    plan,
  );
  if (!problems.some(({ blocking }) => blocking))
    await manager.post(`${base}/restructures/${id}/submit`, { version, fingerprint });
  await draft(second, "等待业主提交分割测绘报告");
}
