import path from "node:path";
import { makeCommunities, makeHistory } from "../../../apps/api/test/community.ts";
import { sideBySide, throughput } from "./load.mjs";
import { startServer } from "./processes.mjs";
import { signIn } from "./stage.mjs";

/** What the room page asks for when it opens. */
const PARTS = ["", "/figures", "/summary"];

/** (e) opening the page of a room with ten years of history against that of a new one. */
export async function benchRoomPage(stage, { rooms, months }) {
  console.log(`room page: ${rooms} rooms, ${months} months of history …`);
  const [old, young] = await makeCommunities(stage.admin, { projects: 2, rooms, firstPeriod: "1900-01" });
  await makeHistory(stage.admin, old, months);
  await makeHistory(stage.admin, young, 1);
  const { token } = await signIn(stage, ["property:read", "billing:read", "customer:read", "parking:read"]);
  const headers = { authorization: `Bearer ${token}` };
  const api = await startServer(path.join(stage.root, "apps/api/dist/main.js"), stage.env);
  try {
    const [seasoned, fresh] = await sideBySide(
      3,
      () => openings(stage, { projectId: old, api, headers }),
      () => openings(stage, { projectId: young, api, headers }),
    );
    const measured = `new ${(1000 / fresh).toFixed(1)} ms, ten years ${(1000 / seasoned).toFixed(1)} ms`;
    const ratio = fresh / seasoned;
    return { name: `(e) room page, ${months} months of history`, measured, ratio, limit: 1.5, better: "lower" };
  } finally {
    await api.stop();
  }
}

/** Pages opened in a second, one after the other: every part once. */
async function openings({ admin }, { projectId, api, headers }) {
  const { rows } = await admin.query("SELECT id FROM room WHERE project_id = $1 ORDER BY code LIMIT 1", [projectId]);
  let seconds = 0;
  for (const part of PARTS) {
    const url = `/api/projects/${projectId}/rooms/${rows[0].id}${part}`;
    seconds += 1 / (await throughput({ port: api.port, path: url, headers, connections: 1, seconds: 2 }));
  }
  return 1 / seconds;
}
