import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  finance: DemoClient;
}

/** The archive of the year of the first months, as far as they are closed (LAW-44). */
export async function seedArchive({ finance }: Tools, projectId: string, firstPeriod: string): Promise<void> {
  const year = Number(firstPeriod.slice(0, 4));
  const body = { id: newId(), year, partial: true, reason: "年度审计前先交已月结的月份" };
  await finance.run(projectId, `/projects/${projectId}/archive-exports`, body);
}
