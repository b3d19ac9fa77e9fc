import { systemActor } from "../common/actor.js";
import { RuleViolation } from "../common/rule-violation.js";
import { startTestApp, type TestApp } from "../../test/test-app.js";
import { savedProject } from "../property/property.factories.js";
import { JobsService, type JobHandler } from "./jobs.service.js";

/** With the real queue: outbox, pg-boss, workers. */
const app = await startTestApp({ JOBS: "true" });
afterAll(() => app.close());

const jobs = app.app.get(JobsService);

async function started(handler: JobHandler): Promise<{ projectId: string; id: string }> {
  const { id: projectId } = await savedProject(app);
  jobs.handle("imports.check", handler);
  const { id } = await app.db.transaction((tx) =>
    jobs.enqueue(tx, systemActor, { projectId, kind: "imports.check", title: "检查", params: { rows: 3 } }),
  );
  return { projectId, id };
}

async function ended(of: TestApp, { projectId, id }: { projectId: string; id: string }) {
  const client = await of.as(["property:read", "imports:run"], projectId);
  for (let tries = 0; tries < 150; tries += 1) {
    const { body } = await client.get(`/projects/${projectId}/jobs/${id}`);
    if (!["QUEUED", "RUNNING"].includes(body.status)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the job did not end");
}

test("a job runs once its transaction has committed, and tells its progress and result", async () => {
  const job = await started(async (running) => {
    await running.progress(3, 3, "检查完毕");
    return { rows: running.params.rows };
  });
  expect(await ended(app, job)).toMatchObject({
    status: "DONE",
    done: 3,
    total: 3,
    message: "检查完毕",
    result: { rows: 3 },
  });
});

test("a job that a rule refuses fails with the sentence of the rule, once", async () => {
  let attempts = 0;
  const job = await started(() => {
    attempts += 1;
    throw new RuleViolation("NO", "工作表没有数据");
  });
  expect(await ended(app, job)).toMatchObject({ status: "FAILED", message: "工作表没有数据" });
  expect(attempts).toBe(1);
});

test("a job of another project is not found", async () => {
  const job = await started(async () => ({}));
  await ended(app, job);
  const { id: other } = await savedProject(app);
  const client = await app.as(["property:read"], other);
  expect((await client.get(`/projects/${other}/jobs/${job.id}`)).status).toBe(404);
});

test("a job whose process was killed is taken up again", async () => {
  let attempts = 0;
  const job = await started(async () => {
    attempts += 1;
    return { attempts };
  });
  await ended(app, job);
  // as a killed process leaves it: running, and nobody holds the lock
  await app.db.query("UPDATE job SET status = 'RUNNING', result = NULL WHERE id = $1", [job.id]);
  expect(await ended(app, job)).toMatchObject({ status: "DONE", result: { attempts: 2 } });
});

test("whoever may not import sees nothing of imports, and cannot stop them; whoever may, can, and it is remembered", async () => {
  const { id: projectId } = await savedProject(app);
  jobs.handle("imports.check", async (running) => {
    while (!(await running.cancelled())) await new Promise((resolve) => setTimeout(resolve, 50));
    return {};
  });
  const job = { projectId, kind: "imports.check", title: "导入检查", params: {} } as const;
  const { id } = await app.db.transaction((tx) => jobs.enqueue(tx, systemActor, job));
  const url = `/projects/${projectId}/jobs`;

  const biller = await app.as(["property:read", "billing:read", "billing:run"], projectId);
  expect((await biller.get(url)).body.items).toEqual([]);
  expect((await biller.get(`${url}/${id}`)).status).toBe(403);
  expect((await biller.post(`${url}/${id}/cancel`)).status).toBe(403);

  const importer = await app.as(["property:read", "imports:run"], projectId);
  expect((await importer.get(url)).body.items).toHaveLength(1);
  expect((await importer.post(`${url}/${id}/cancel`)).status).toBe(200);
  await ended(app, { projectId, id });
  await importer.post(`${url}/${id}/cancel`);
  const rows = await app.db.query(
    "SELECT action, user_id, summary FROM audit_log WHERE entity = 'job' AND entity_id = $1",
    [id],
  );
  expect(rows).toEqual([{ action: "job.cancel", user_id: importer.userId, summary: "取消后台任务：导入检查" }]);
});
