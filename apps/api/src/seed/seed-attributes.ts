import type { DataSource } from "typeorm";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  db: DataSource;
  manager: DemoClient;
}

/** What the demonstration keeps of its rooms and customers in addition, with values for a few. */
export async function seedAttributes({ db, manager }: Tools, projectId: string): Promise<void> {
  const define = (body: object) =>
    manager.post<{ id: string; choices: { id: string }[] }>(`/projects/${projectId}/attributes`, {
      searchable: true,
      ...body,
    });
  const heating = await define({
    owner: "ROOM",
    name: "采暖方式",
    type: "CHOICE",
    choices: [{ name: "地暖" }, { name: "暖气片" }, { name: "无" }],
    sort: 1,
  });
  const deed = await define({ owner: "ROOM", name: "产权证号", type: "TEXT", sort: 2 });
  const language = await define({
    owner: "CUSTOMER",
    name: "沟通方式",
    type: "CHOICES",
    choices: [{ name: "电话" }, { name: "短信" }, { name: "微信" }],
  });
  const rooms = await idsOf(db, "room", projectId);
  for (const [index, id] of rooms.entries())
    await manager.put(`/projects/${projectId}/rooms/${id}/attributes`, {
      values: [
        { definitionId: heating.id, values: [heating.choices[index % 3]!.id] },
        { definitionId: deed.id, values: [`苏（2021）江州不动产权第 ${String(1000 + index)} 号`] },
      ],
    });
  for (const id of await idsOf(db, "customer", projectId))
    await manager.put(`/projects/${projectId}/customers/${id}/attributes`, {
      values: [{ definitionId: language.id, values: language.choices.slice(1).map((choice) => choice.id) }],
    });
}

async function idsOf(db: DataSource, table: "room" | "customer", projectId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM ${table} WHERE project_id = $1 ORDER BY ${table === "room" ? "code" : "number"} LIMIT 6`,
    [projectId],
  );
  return rows.map(({ id }) => id);
}
