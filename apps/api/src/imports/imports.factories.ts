import type { ImportCountDto } from "@linli/contracts";
import type { Reply, TestApp, TestClient } from "../../test/test-app.js";
import { savedProject } from "../property/property.factories.js";

/** A project without anything, and a person who may import into it. */
export async function importProject(app: TestApp): Promise<{ projectId: string; client: TestClient; url: string }> {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  return { projectId, client, url: `/projects/${projectId}/imports` };
}

/** Uploads and checks; answers the import as it stands afterwards. */
export async function checkedImport(
  app: TestApp,
  client: TestClient,
  url: string,
  name: string,
  content: Buffer,
): Promise<Reply["body"]> {
  const upload = await client.upload(url, { name, content });
  if (upload.status !== 201) throw new Error(`${upload.status} ${JSON.stringify(upload.body)}`);
  const started = await client.post(`${url}/${upload.body.id}/check`);
  if (started.status !== 202) throw new Error(`${started.status} ${JSON.stringify(started.body)}`);
  await app.drainJobs();
  return (await client.get(`${url}/${upload.body.id}`)).body;
}

/** Commits with these decisions; answers the import as it stands afterwards. */
export async function committed(
  app: TestApp,
  client: TestClient,
  url: string,
  id: string,
  decisions: string[] = [],
): Promise<Reply["body"]> {
  const started = await client.post(`${url}/${id}/commit`, { decisions });
  if (started.status !== 202) throw new Error(`${started.status} ${JSON.stringify(started.body)}`);
  await app.drainJobs();
  return (await client.get(`${url}/${id}`)).body;
}

/** `{"room CREATE": 8}` */
export const counted = (counts: readonly ImportCountDto[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ entity, outcome, count }) => [`${entity} ${outcome}`, count]));
