import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedRelation } from "../../customer/customer.factories.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aPlainDunning } from "./dunning.factories.js";

/** Who stands beside a debtor, and who sees what was done about a debt. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

type Dunning = Awaited<ReturnType<typeof aPlainDunning>>;

const merged = async (one: Dunning, survivorId: string, mergedId: string) => {
  const merger = await app.asRole("PROJECT_MANAGER", one.projectId);
  const pair = { survivorId, mergedId, reason: "同一人登记了两次" };
  expect((await merger.post(`${one.url}/customer-merges`, pair)).status).toBe(201);
};

test("owners of the service days are liable beside a tenant, not those of the day of issue (LAW-03)", async () => {
  const one = await aPlainDunning(app);
  const end = "UPDATE room_relation SET ends_on = '2026-02-28' WHERE project_id = $1 AND customer_id = $2";
  await app.db.query(end, [one.projectId, one.owner.id]);
  const buyer = await savedCustomer(app, one.projectId, { name: "钱买家" });
  await savedRelation(app, one.room, { customerId: buyer.id, startsOn: "2026-03-01" });
  const tenant = await savedCustomer(app, one.projectId, { name: "孙租客" });
  await one.charged(100_000, "2026-01", { payerId: tenant.id });
  // of the buyer's days, but not overdue
  await one.charged(30_000, "2026-03", { payerId: tenant.id });
  const twin = await savedCustomer(app, one.projectId, { name: "孙租客" });
  await merged(one, twin.id, tenant.id);

  const { id } = (await one.issue()).body;
  const [notice] = (await one.clerk.get(`${one.url}/dunning-notices/print-data?batchId=${id}`)).body.items;
  expect(notice.notes[0]).toBe(`业主${one.owner.name}对物业使用人未缴的物业费依法承担连带交纳责任。`);
  const detail = (await one.clerk.get(`${one.url}/dunning-cases/${one.room.id}/${twin.id}`)).body;
  expect(detail.jointlyLiable).toEqual([{ id: one.owner.id, name: one.owner.name }]);
});

test("who was an owner at another time stands not for himself: owners of the days he lived there as a tenant do", async () => {
  const one = await aPlainDunning(app);
  const tenant = await savedCustomer(app, one.projectId, { name: "孙租客" });
  await savedRelation(app, one.room, { customerId: tenant.id, startsOn: "2026-03-01" });
  await one.charged(100_000, "2026-01", { payerId: tenant.id });
  const detail = (await one.clerk.get(`${one.url}/dunning-cases/${one.room.id}/${tenant.id}`)).body;
  expect(detail.jointlyLiable).toEqual([{ id: one.owner.id, name: one.owner.name }]);
});

test("whoever takes a room over sees cases under the survivor, those in court only too, and what is overdue", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  await one.charged(30_000, "2026-03");
  const lawsuit = { id: newId(), filedOn: "2026-03-10", forum: "历下区人民法院" };
  expect((await one.clerk.post(`${one.at}/lawsuits`, lawsuit)).status).toBe(204);
  const twin = await savedCustomer(app, one.projectId);
  await one.charged(50_000, "2026-02", { payerId: twin.id, dueOn: "2026-02-20" });
  const call = { id: newId(), channel: "PHONE", onDay: "2026-03-09", text: "告知欠费，请尽快缴纳" };
  const at = `${one.url}/dunning-cases/${one.room.id}/${twin.id}`;
  expect((await one.clerk.post(`${at}/steps`, call)).status).toBe(204);
  const receptionist = await app.asRole("RECEPTIONIST", one.projectId);
  const cases = async () => {
    const { body } = await receptionist.get(`${one.url}/transfers?roomId=${one.room.id}`);
    const [open] = body.items;
    const transfer = open
      ? await receptionist.get(`${one.url}/transfers/${open.id}`)
      : await receptionist.post(`${one.url}/transfers`, { roomId: one.room.id });
    return transfer.body.sections.find(({ key }: { key: string }) => key === "dunning").items;
  };
  expect(new Map((await cases()).map(({ amountFen, detail }: never) => [amountFen, detail]))).toEqual(
    new Map([
      [100_000, "正在诉讼或仲裁"],
      [50_000, "上次 2026-03-09"],
    ]),
  );
  await merged(one, twin.id, one.owner.id);
  expect(await cases()).toMatchObject([
    { label: `${twin.name} 的欠费已催缴 1 次`, amountFen: 150_000, detail: "上次 2026-03-09，正在诉讼或仲裁" },
  ]);
});

test("the evidence encloses every notice, the first first, by one reading", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  await one.issue();
  app.clock.set("2026-03-25");
  await one.issue();
  const numbers = (await one.one()).history.map(({ stepNo }: { stepNo: string }) => stepNo).toReversed();
  const pages = await readPages((await one.clerk.get(`${one.at}/evidence`)).raw);
  const notices = pages.map(({ text }) => text).filter((text) => text.includes(squeezed("送达回执")));
  expect(notices).toHaveLength(2);
  expect(numbers.map((no: string, index: number) => notices[index]!.includes(no))).toEqual([true, true]);
});
