import { startTestApp } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedFeeItem } from "../billing.factories.js";
import { aMeter, asked } from "../meters/meters.factories.js";
import { aSharePool } from "./shares.factories.js";

/** Shares by what the rooms' meters read: a confirmed month is held against its readings (BIL-24). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-04-10"));

const RIGHTS = ["billing:read", "billing:rates", "billing:run", "billing:publish"] as const;
const READ = { readOn: "2026-03-31", reason: "首次抄表" };
const correction = { ...READ, value: "5", correction: "看错了" };

/** Two rooms with a water meter each that share 100 yuan of March by 15 and 5 m³, confirmed. */
async function aSharedMonth() {
  const { id } = await savedProject(app, { firstPeriod: "2026-01" });
  const [client, manager] = [await app.as([...RIGHTS], id), await app.asRole("PROJECT_MANAGER", id)];
  const at = `/projects/${id}`;
  const item = await savedFeeItem(app, id, { kind: "SHARED" });
  const terms = aSharePool(item.id, { name: "公共水费", method: "USE", useMeterKind: "WATER" });
  const pool = `${at}/share-pools/${(await asked(client, `${at}/share-pools`, terms)).id}`;
  const readings: string[] = [];
  for (const [code, value] of [
    ["1-101", "15"],
    ["1-102", "5"],
  ] as const) {
    const room = await savedRoom(app, id, { code });
    await savedOwner(app, room);
    const meter = await asked(manager, `${at}/meters`, aMeter({ no: `W-${code}`, roomId: room.id }));
    const url = `${at}/meters/${meter.id}/readings`;
    readings.push(`${url}/${(await asked(manager, url, { ...READ, value })).id}`);
  }
  const month = async () => (await client.get(`${pool}/months/2026-03`)).body;
  const step = async () =>
    (await client.get(`${at}/periods/2026-03`)).body.steps.find(({ key }: { key: string }) => key === "SHARES");
  const confirm = async () => {
    const { fingerprint } = await month();
    return asked(client, `${pool}/months/2026-03/confirm`, { fingerprint });
  };
  await client.put(`${pool}/months/2026-03`, { amountFen: 10_000 });
  await confirm();
  return { id, at, client, manager, pool, terms, readings, month, step, confirm };
}

const withdrawn = ({ client, pool }: Awaited<ReturnType<typeof aSharedMonth>>) =>
  asked(client, `${pool}/months/2026-03/withdraw`, { reason: "读数有误" });

test("a room's reading that a confirmed month shares by stands until it is withdrawn, whatever the pool has become", async () => {
  const place = await aSharedMonth();
  const { client, manager, pool, readings, confirm } = place;
  expect((await client.put(pool, { ...place.terms, useMeterKind: null })).status).toBe(204);
  for (const [verb, body] of [
    ["correct", correction],
    ["delete", { reason: "读错了" }],
  ] as const)
    expect((await manager.post(`${readings[0]}/${verb}`, body)).body).toMatchObject({
      code: "READING_SHARED",
      detail: "2026-03 的公摊“公共水费”已按表 W-1-101 的读数确认，不能更正或删除这个读数；请先撤销该月公摊的确认",
    });
  expect((await client.put(pool, place.terms)).status).toBe(204);
  await withdrawn(place);
  await asked(manager, `${readings[0]}/correct`, correction);
  await confirm();
  expect((await client.get(`${pool}/months/2026-03/lines`)).body.items).toMatchObject([
    { roomCode: "1-101", weight: "5", amountFen: 5_000 },
    { roomCode: "1-102", weight: "5", amountFen: 5_000 },
  ]);
});

test("once it is billed a room's reading is put right, and the month names the room and how to settle it (BIL-83)", async () => {
  const { id, client, manager, readings, month, step } = await aSharedMonth();
  await published(app, client, id, { period: "2026-03" });
  await asked(manager, `${readings[0]}/correct`, correction);
  expect(await month()).toMatchObject({
    status: "CONFIRMED",
    base: "20",
    warnings: [expect.stringMatching(/^1-101 的水表读数在确认之后有变化，本月仍按确认时的用量分摊。本月已经出账：/)],
  });
  expect(await step()).toMatchObject({
    state: "DONE",
    detail: "1 个分摊项目都已确认；“公共水费”的读数在确认之后有变化，已出账的差额请更正应收",
  });
});

test("what is read after a month was confirmed is shared anew while nothing is billed", async () => {
  const place = await aSharedMonth();
  const { at, client, manager, readings, month, step, confirm } = place;
  expect([await month(), await step()]).toMatchObject([{ warnings: [] }, { state: "DONE", count: 0 }]);
  const csv = (await client.get(`${place.pool}/months/2026-03/csv`)).raw.toString();
  expect(csv).toMatch(/"水表用量合计 20"[^]*"房号","房间","水表用量"/);
  // exchanged in April, its last reading still of March
  await asked(manager, `${readings[0]!.split("/readings")[0]}/replace`, {
    removedOn: "2026-04-02",
    period: "2026-03",
    endReading: "18",
    reason: "到期轮换",
    no: "W-9",
    digits: 5,
    multiplier: "1",
    startReading: "0",
  });
  expect((await month()).warnings).toEqual([
    "1-101 的水表读数在确认之后有变化，本月仍按确认时的用量分摊。请撤销确认，核对新的预览后再确认。",
  ]);
  expect(await step()).toMatchObject({
    state: "DOING",
    count: 1,
    detail: "1 个分摊项目都已确认；“公共水费”的读数在确认之后有变化，还没有出账的请撤销确认后重新确认",
  });
  const { items } = (await client.get(`${at}/periods/2026-03/checklist`)).body;
  expect(items).toContainEqual(
    expect.objectContaining({ key: "SHARES_OPEN", severity: "WARN", count: 1, examples: ["公共水费"] }),
  );
  await withdrawn(place);
  await confirm();
  expect([await month(), await step()]).toMatchObject([
    { base: "23", warnings: [] },
    { state: "DONE", count: 0 },
  ]);
});
