import type { DataSource } from "typeorm";
import type { DemoClient } from "./demo-client.js";
import type { Chance } from "./invented.js";

const MODELS = ["比亚迪 汉", "大众 朗逸", "丰田 卡罗拉", "特斯拉 Model 3", "吉利 星瑞", "本田 雅阁"];
const COLORS = ["白色", "黑色", "灰色", "蓝色"];
const HOUSEHOLDS = 24;

interface Tools {
  db: DataSource;
  chance: Chance;
  manager: DemoClient;
}

/** A main car for some households, a second one for a few of them. */
export async function seedVehicles({ db, chance, manager }: Tools, projectId: string): Promise<void> {
  const owners = await db.query<{ roomId: string; customerId: string; startsOn: string }[]>(
    `SELECT rr.room_id AS "roomId", rr.customer_id AS "customerId", rr.starts_on AS "startsOn"
       FROM room_relation rr JOIN room r ON r.project_id = rr.project_id AND r.id = rr.room_id
      WHERE rr.project_id = $1 AND rr.role = 'OWNER' AND rr.is_primary_contact ORDER BY r.code LIMIT $2`,
    [projectId, HOUSEHOLDS],
  );
  const spaces = await db.query<{ id: string }[]>(
    "SELECT id FROM parking_space WHERE project_id = $1 AND ownership = 'OWNER' ORDER BY code LIMIT $2",
    [projectId, HOUSEHOLDS],
  );
  const cars = owners.flatMap((owner, index) => {
    const main = { ...owner, rank: "MAIN", kind: "OWNED", spaceId: spaces[index]?.id ?? null };
    return index % 4 === 0 ? [main, { ...owner, rank: "SECOND", kind: "MONTHLY", spaceId: null }] : [main];
  });
  for (const [index, car] of cars.entries()) {
    const serial = String(10_000 + index * 317).slice(-5);
    await manager.post(`/projects/${projectId}/vehicles`, {
      ...car,
      plate: index % 3 === 0 ? `苏${"ABCDE"[index % 5]}${serial}` : `苏AD${serial}`,
      model: MODELS[chance.int(0, MODELS.length - 1)],
      color: COLORS[chance.int(0, COLORS.length - 1)],
    });
  }
}
