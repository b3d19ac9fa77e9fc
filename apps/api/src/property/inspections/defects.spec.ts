import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { startTestApp } from "../../../test/test-app.js";
import { aDefect, engineer, signature } from "./inspections.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

/** Defects of two contractors: overdue, soon due, closed. */
async function site() {
  const there = await engineer(app);
  app.clock.set("2026-03-10");
  const done = await there.inspectWith(
    aDefect({ place: "厨房", deadline: "2026-03-12" }),
    aDefect({ place: "阳台", deadline: "2026-04-30", contractor: "安居门窗" }),
    aDefect({ place: "客厅", deadline: "2026-03-15" }),
  );
  const ids = Object.fromEntries(done.defectList.map(({ place, id }: { place: string; id: string }) => [place, id]));
  return { ...there, done, ids };
}
afterEach(() => app.clock.set("2026-03-10"));

const placesOf = (reply: { body: { items: { place: string }[] } }) => reply.body.items.map(({ place }) => place);

test("the list shows what is longest overdue first, by contractor and age, with days open", async () => {
  const { client, at, ids } = await site();
  await client.post(`${at}/defects/${ids["客厅"]}/fix`, { doneOn: "2026-03-10" });
  await client.post(`${at}/defects/${ids["客厅"]}/recheck`, { doneOn: "2026-03-10", result: "PASS" });
  app.clock.set("2026-03-20");
  const all = await client.get(`${at}/defects`);
  expect(placesOf(all)).toEqual(["厨房", "阳台", "客厅"]);
  expect(all.body.items[0]).toMatchObject({ daysOpen: 10, overdue: true, contractor: "宏远装饰", pictures: [] });
  expect(all.body.items[2]).toMatchObject({ daysOpen: 0, overdue: false, state: "CLOSED" });
  for (const [query, places] of [
    ["contractor=安居门窗", ["阳台"]],
    ["overdue=true", ["厨房"]],
    ["overdue=false", ["阳台", "客厅"]],
    ["open=true", ["厨房", "阳台"]],
    ["state=CLOSED", ["客厅"]],
    ["age=WEEK", []],
    ["age=MONTH", ["厨房", "阳台", "客厅"]],
    ["q=阳台", ["阳台"]],
  ] as const) {
    expect(placesOf(await client.get(`${at}/defects?${encodeURI(query)}`))).toEqual(places);
  }
  expect((await client.get(`${at}/defects/contractors`)).body.items).toEqual([
    { contractor: "宏远装饰", open: 1, fixed: 0, overdue: 1, closed: 1, oldestDays: 10 },
    { contractor: "安居门窗", open: 1, fixed: 0, overdue: 0, closed: 0, oldestDays: 10 },
  ]);
});

test("the list goes on where a page ended", async () => {
  const { client, at } = await site();
  const places: string[] = [];
  let cursor = "";
  do {
    const page = await client.get(`${at}/defects?pageSize=1${cursor && `&cursor=${cursor}`}`);
    places.push(...placesOf(page));
    cursor = page.body.nextCursor ?? "";
  } while (cursor);
  expect(places).toEqual(["厨房", "客厅", "阳台"]);
});

test("of two who register the same step at once one wins, the other is told", async () => {
  const { client, at, ids } = await site();
  const fix = () => client.post(`${at}/defects/${ids["厨房"]}/fix`, { doneOn: "2026-03-10" });
  const replies = await Promise.all([fix(), fix()]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.detail).toBe("这处缺陷是“已整改”，不能再登记“整改完成”");
  expect((await client.get(`${at}/defects/${ids["厨房"]}`)).body.steps).toHaveLength(1);
});

test.each([
  ["before it was found", "2026-03-09", "日期不能早于上一步的 2026-03-10"],
  ["in the future", "2026-03-11", "日期还没有到"],
  ["that does not exist", "2026-02-31", "整改日期不是有效的日期（如 2026-01-31）"],
])("refuses a step on a day %s", async (_what, doneOn, sentence) => {
  const { client, at, ids } = await site();
  expect((await client.post(`${at}/defects/${ids["厨房"]}/fix`, { doneOn })).body.fields).toEqual({
    doneOn: [sentence],
  });
});

test("foreign defects are not found, and the right is asked for", async () => {
  const { project, at, client, ids } = await site();
  const other = await site();
  expect((await client.get(`${at}/defects/${other.ids["厨房"]}`)).status).toBe(404);
  expect((await client.post(`${at}/defects/${other.ids["厨房"]}/fix`, { doneOn: "2026-03-10" })).status).toBe(404);
  const reader = await app.as(["property:read"], project.id);
  expect((await reader.post(`${at}/defects/${ids["厨房"]}/fix`, { doneOn: "2026-03-10" })).status).toBe(403);
  expect((await reader.get(`${at}/defects`)).body.items).toHaveLength(3);
});

test("photos come with the defect", async () => {
  const { client, at, ids } = await site();
  const path = `${at}/attachments?ownerType=inspection-defect&ownerId=${ids["厨房"]}&kind=AFTER`;
  expect((await client.upload(path, { name: "修好.png", content: signature })).status).toBe(201);
  expect((await client.get(`${at}/defects?contractor=${encodeURI("宏远装饰")}`)).body.items[0].pictures).toMatchObject([
    { name: "修好.png", kindLabel: "整改后照片" },
  ]);
});

test("the sheet and the contractor's list are printed in Chinese with everything on them", async () => {
  const { project, room, client, at, done, ids } = await site();
  await client.post(`${at}/defects/${ids["厨房"]}/fix`, { doneOn: "2026-03-10", remark: "重新抹灰" });
  const photo = `${at}/attachments?ownerType=inspection-defect&ownerId=${ids["厨房"]}&kind=AFTER`;
  expect((await client.upload(photo, { name: "修好.png", content: signature })).status).toBe(201);
  const sheet = await client.get(`${at}/inspections/${done.id}/pdf`);
  expect(sheet.headers["content-type"]).toBe("application/pdf");
  const [page] = await readPages(sheet.raw);
  for (const text of [
    project.name,
    "房屋验收单",
    done.number,
    room.code,
    "张三（业主）",
    "2026年3月10日",
    "墙面",
    "平整无空鼓",
    "不合格",
    "不适用",
    "W-1001",
    "12.5",
    "宏远装饰",
    "安居门窗",
    "2026-03-12",
    "2026-03-10整改完成（王工）：重新抹灰",
    "整改后照片",
    "接房人签字：",
  ]) {
    expect(page?.text).toContain(squeezed(text));
  }
  expect(page?.images).toBe(2);

  app.clock.set("2026-03-14");
  const list = await client.get(`${at}/defects/pdf?contractor=${encodeURI("宏远装饰")}`);
  const [first] = await readPages(list.raw);
  for (const text of ["缺陷整改通知单", "责任单位宏远装饰", "2处，其中逾期1处", "2026-03-12（逾期）", room.code]) {
    expect(first?.text).toContain(squeezed(text));
  }
  expect(first?.text).not.toContain("阳台");
  expect((await client.get(`${at}/defects/sheet?contractor=${encodeURI("宏远装饰")}`)).body).toMatchObject({
    projectName: project.name,
    today: "2026-03-14",
    items: [{ place: "厨房" }, { place: "客厅" }],
  });
});
