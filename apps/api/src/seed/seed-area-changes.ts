import { addMonths, firstDay, periodOf } from "../common/calendar.js";
import type { DemoClient } from "./demo-client.js";
import type { SeededRoom } from "./seed-property.js";

interface AreasOfRoom {
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
}

/** Two changes of areas from the next month on: one approved, one that waits for the manager. */
export async function seedAreaChanges(
  { receptionist, manager, today }: { receptionist: DemoClient; manager: DemoClient; today: string },
  projectId: string,
  rooms: readonly SeededRoom[],
): Promise<void> {
  const base = `/projects/${projectId}`;
  const startsOn = firstDay(addMonths(periodOf(today), 1));
  const [approved, waiting] = rooms.filter(({ kind }) => kind === "RESIDENTIAL");
  const ask = async (room: SeededRoom | undefined, reason: string): Promise<string> => {
    const { buildingArea, innerArea } = await receptionist.get<AreasOfRoom>(`${base}/rooms/${room?.id}`);
    const chargeArea = (Number(buildingArea) - 1.5).toFixed(2);
    const change = { startsOn, buildingArea, chargeArea, innerArea, reason };
    const { approvalId } = await receptionist.post<{ approvalId: string }>(
      `${base}/rooms/${room?.id}/area-changes`,
      change,
    );
    return approvalId;
  };
  const first = await ask(approved, "房屋面积测绘报告与合同面积不符");
  await manager.post(`${base}/approvals/${first}/approve`, { note: "已核对测绘报告原件" });
  await ask(waiting, "业主提交不动产权证，更正收费面积");
}
