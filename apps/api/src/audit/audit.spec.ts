import { systemActor } from "../common/actor.js";
import { COMPANY, newId } from "../common/ids.js";
import { startTestApp } from "../../test/test-app.js";
import { AuditService, difference } from "./audit.service.js";

const app = await startTestApp();
afterAll(() => app.close());

const entry = { projectId: COMPANY, action: "test.done", entity: "test", entityId: newId(), summary: "测试" };

test.each(["UPDATE audit_log SET summary = ''", "DELETE FROM audit_log", "TRUNCATE audit_log"])(
  "the application's role is refused: %s",
  async (statement) => {
    await app.app.get(AuditService).record(app.db.manager, systemActor, entry);
    await expect(app.db.query(statement)).rejects.toMatchObject({ driverError: { code: "42501" } });
  },
);

test("an audit row goes away with the transaction of the change", async () => {
  const entityId = newId();
  const attempt = app.db.transaction(async (tx) => {
    await app.app.get(AuditService).record(tx, systemActor, { ...entry, entityId });
    throw new Error("the change failed");
  });
  await expect(attempt).rejects.toThrow("the change failed");
  expect(await app.db.query("SELECT 1 FROM audit_log WHERE entity_id = $1", [entityId])).toEqual([]);
});

test("only the fields that changed are kept", () => {
  expect(difference({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({ before: { b: 2 }, after: { b: 3 } });
  expect(difference(null, { a: 1 })).toEqual({ before: null, after: { a: 1 } });
});
