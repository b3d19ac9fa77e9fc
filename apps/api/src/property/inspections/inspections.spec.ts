import type { SaveDefectDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { savedRoom } from "../property.factories.js";
import { actions, aDefect, aHead, aRecord, aTemplate, engineer, signature } from "./inspections.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

test("a room is inspected from the template of its layout to the signature (PRP-09)", async () => {
  const { room, client, at, sign } = await engineer(app);
  const own = aTemplate({
    name: "三室两厅",
    layout: "三室两厅",
    groups: [{ name: "阳台", items: [{ name: "栏杆" }] }],
  });
  expect((await client.post(`${at}/inspection-templates`, own)).status).toBe(201);
  const planned = await client.post(`${at}/inspections`, { ...aHead, roomId: room.id });
  expect(planned).toMatchObject({
    status: 201,
    body: { number: "YS000001", state: "DRAFT", version: 1, roomCode: room.code, takerName: "张三", items: [] },
  });

  const path = `${at}/inspections/${planned.body.id}`;
  const begun = await client.post(`${path}/begin`, { version: 1 });
  expect(begun.body).toMatchObject({
    state: "IN_PROGRESS",
    templateName: "三室两厅",
    layout: "三室两厅",
    items: [{ no: 1, group: "阳台", name: "栏杆", standard: null, result: null }],
  });
  const saved = await client.put(path, { ...aRecord(2), items: [{ no: 1, result: "PASS", remark: "牢固" }] });
  expect(saved.body).toMatchObject({ version: 3, items: [{ result: "PASS", remark: "牢固" }] });
  expect(await client.post(`${path}/complete`, { version: 3 })).toMatchObject({
    status: 400,
    body: { fields: { unsignedReason: ["接房人还没有在当前内容上签字，请签字或写明未签字的原因"] } },
  });
  const signed = await sign(planned.body.id, 3);
  expect(signed).toMatchObject({ status: 201, body: { signatures: [{ role: "TAKER", name: "张三" }] } });
  const done = await client.post(`${path}/complete`, { version: 3 });
  expect(done).toMatchObject({
    status: 200,
    body: {
      state: "PASSED",
      completedByName: "王工",
      inspectedOn: "2026-03-10",
      items: [{ no: 1, result: "PASS", remark: "牢固" }],
      readings: [{ kind: "WATER", meterNo: "W-1001", reading: "12.5" }],
      signatures: [{ name: "张三" }],
    },
  });
  const picture = await client.get(`${at}/attachments/${done.body.signatures[0].attachmentId}/content`);
  expect(picture.headers["content-type"]).toBe("image/png");
  const history = await client.get(`${at}/timeline?entity=room&entityId=${room.id}`);
  expect(history.body.items.map(({ summary }: { summary: string }) => summary)).toContain(
    "完成验收，验收单 YS000001：已通过",
  );
});

const handedOverOn = async ({ client, at }: Awaited<ReturnType<typeof engineer>>, roomId: string) =>
  (await client.get(`${at}/rooms/${roomId}`)).body.handedOverOn;

test("a passed inspection hands the room over that day, unless a day was entered or somebody lives there (BIL-14)", async () => {
  const one = await engineer(app);
  const rooms = [
    await savedRoom(app, one.project.id, { state: "VACANT" }),
    await savedRoom(app, one.project.id, { state: "SOLD", movedInOn: "2026-03-12" }),
    await savedRoom(app, one.project.id, { state: "HANDED_OVER", handedOverOn: "2025-12-31" }),
    await savedRoom(app, one.project.id, { state: "UNSOLD" }),
    await savedRoom(app, one.project.id, { state: "OCCUPIED" }),
    await savedRoom(app, one.project.id, { state: "VACANT", movedInOn: "2019-05-01" }),
  ];
  for (const { id } of rooms) expect((await actions(one.client, one.at, id).inspect()).state).toBe("PASSED");
  const days = rooms.map(({ id }) => handedOverOn(one, id));
  expect(await Promise.all(days)).toEqual(["2026-03-10", "2026-03-10", "2025-12-31", null, null, null]);
  const history = await one.client.get(`${one.at}/timeline?entity=room&entityId=${rooms[0]!.id}`);
  const filled = `按验收单 YS000001 填写房间 ${rooms[0]!.code} 的交房日期`;
  expect(history.body.items.map(({ summary }: { summary: string }) => summary)).toContain(filled);
});

test("a room with defects is not handed over; a correction puts right the day that was filled (BIL-14)", async () => {
  const one = await engineer(app);
  const room = await savedRoom(app, one.project.id, { state: "VACANT" });
  const { inspect, inspectWith } = actions(one.client, one.at, room.id);
  const refused = await inspectWith(aDefect());
  expect(refused.state).toBe("DEFECTS");
  expect(await handedOverOn(one, room.id)).toBeNull();

  const correcting = (id: string) => ({ correctsId: id, correctionReason: "日期写错" });
  const record = { defects: [], inspectedOn: "2026-03-09" };
  const passed = await inspect(record, correcting(refused.id));
  expect(passed.state).toBe("PASSED");
  expect(await handedOverOn(one, room.id)).toBe("2026-03-09");
  const again = await inspect({ ...record, inspectedOn: "2026-03-08" }, correcting(passed.id));
  expect(await handedOverOn(one, room.id)).toBe("2026-03-08");
  const history = await one.client.get(`${one.at}/timeline?entity=room&entityId=${room.id}`);
  expect(history.body.items.map(({ summary }: { summary: string }) => summary)).toContain(
    `按验收单 ${again.number} 把房间 ${room.code} 的交房日期 2026-03-09 更正为 2026-03-08`,
  );

  await app.db.query("UPDATE room SET handed_over_on = '2026-02-01' WHERE id = $1", [room.id]);
  await inspect({ ...record, inspectedOn: "2026-03-07" }, correcting(again.id));
  expect(await handedOverOn(one, room.id)).toBe("2026-02-01");
});

test("corrected to defects, the day that the inspection filled is taken away and comes back with one that passes (BIL-14)", async () => {
  const one = await engineer(app);
  const room = await savedRoom(app, one.project.id, { state: "VACANT" });
  const { inspect } = actions(one.client, one.at, room.id);
  const correcting = (id: string) => ({ correctsId: id, correctionReason: "漏记缺陷" });
  const passed = await inspect();
  expect(await handedOverOn(one, room.id)).toBe("2026-03-10");
  const same = await inspect({}, correcting(passed.id));
  expect(await handedOverOn(one, room.id)).toBe("2026-03-10");
  const found = await inspect({ defects: [aDefect()] }, correcting(same.id));
  expect(found.state).toBe("DEFECTS");
  expect(await handedOverOn(one, room.id)).toBeNull();
  const history = await one.client.get(`${one.at}/timeline?entity=room&entityId=${room.id}`);
  expect(history.body.items.map(({ summary }: { summary: string }) => summary)).toContain(
    `按验收单 ${found.number}（有缺陷）清除房间 ${room.code} 的交房日期 2026-03-10`,
  );
  await inspect({ inspectedOn: "2026-03-09" }, correcting(found.id));
  expect(await handedOverOn(one, room.id)).toBe("2026-03-09");
});

test.each<[string, SaveDefectDto[], string]>([
  ["before an inspection that passed on the same day", [], "2026-03-10"],
  ["after an inspection with defects, the same day", [aDefect()], "2026-03-10"],
  ["after an inspection that passed, another day", [], "2026-03-05"],
])("a day that a person entered %s stays, whatever is corrected (BIL-14)", async (when, defects, day) => {
  const one = await engineer(app);
  const manager = await app.as(["property:read", "property:state"], one.project.id);
  const room = await savedRoom(app, one.project.id, { state: "VACANT" });
  const enter = () =>
    manager.put(`${one.at}/rooms/${room.id}/state`, { state: "VACANT", purpose: "RESIDENCE", handedOverOn: day });
  const { inspect } = actions(one.client, one.at, room.id);
  if (when.startsWith("before")) expect((await enter()).status).toBe(200);
  const first = await inspect({ defects });
  if (when.startsWith("after")) expect((await enter()).status).toBe(200);
  const correcting = (id: string) => ({ correctsId: id, correctionReason: "日期写错" });
  const second = await inspect({ inspectedOn: "2026-03-08" }, correcting(first.id));
  expect(await handedOverOn(one, room.id)).toBe(day);
  expect((await inspect({ defects: [aDefect()] }, correcting(second.id))).state).toBe("DEFECTS");
  expect(await handedOverOn(one, room.id)).toBe(day);
});

test("defects are put right, looked at again and closed; the last one passes the inspection", async () => {
  const { client, at, inspectWith } = await engineer(app);
  const done = await inspectWith(aDefect(), aDefect({ place: "卫生间", itemNo: null }));
  expect(done).toMatchObject({ state: "DEFECTS", failedItems: 1, defects: 2, openDefects: 2 });
  const [first, second] = done.defectList;

  const step = (id: string, verb: string, body: object = {}) =>
    client.post(`${at}/defects/${id}/${verb}`, { doneOn: "2026-03-10", ...body });
  expect(await step(first.id, "recheck", { result: "PASS" })).toMatchObject({
    status: 409,
    body: { detail: "这处缺陷是“待整改”，不能再登记“复验合格”" },
  });
  expect((await step(first.id, "fix", { remark: "已重新抹灰" })).body).toMatchObject({ state: "FIXED" });
  expect((await step(first.id, "recheck", { result: "FAIL", remark: "仍有空鼓" })).body.state).toBe("OPEN");
  await step(first.id, "fix");
  const closed = await step(first.id, "recheck", { result: "PASS" });
  expect(closed.body).toMatchObject({
    state: "CLOSED",
    steps: [
      { action: "FIX", remark: "已重新抹灰", byName: "王工", doneOn: "2026-03-10" },
      { action: "FAIL", remark: "仍有空鼓" },
      { action: "FIX", remark: null },
      { action: "PASS" },
    ],
  });
  expect((await client.get(`${at}/inspections/${done.id}`)).body).toMatchObject({ state: "DEFECTS", openDefects: 1 });
  await step(second.id, "fix");
  await step(second.id, "recheck", { result: "PASS" });
  expect((await client.get(`${at}/inspections/${done.id}`)).body).toMatchObject({ state: "PASSED", openDefects: 0 });
  expect((await step(first.id, "fix")).status).toBe(409);
});

test("nothing completed is edited, by no route (PRP-09)", async () => {
  const { client, at, inspectWith, sign } = await engineer(app);
  const defect = aDefect();
  const done = await inspectWith(defect);
  const path = `${at}/inspections/${done.id}`;
  const refused = { status: 409, body: { code: "INSPECTION_STATE" } };
  expect(await client.put(path, aRecord(done.version))).toMatchObject(refused);
  expect(await client.post(`${path}/begin`, { version: done.version })).toMatchObject(refused);
  expect(await client.post(`${path}/complete`, { version: done.version })).toMatchObject(refused);
  expect(await client.post(`${path}/void`, { version: done.version, reason: "写错" })).toMatchObject({
    status: 409,
    body: { detail: `验收单 ${done.number} 是“有缺陷待整改”，不能作废，请用“更正”` },
  });
  expect(await sign(done.id, done.version)).toMatchObject(refused);
  const files = `${at}/attachments?ownerType=inspection&ownerId=${done.id}&kind=PHOTO`;
  expect(await client.upload(files, { name: "x.png", content: signature })).toMatchObject({
    status: 409,
    body: { detail: `验收单 ${done.number} 已完成，附件不能再改` },
  });
  const photos = `${at}/attachments?ownerType=inspection-defect&ownerId=${defect.id}`;
  expect((await client.upload(`${photos}&kind=BEFORE`, { name: "x.png", content: signature })).status).toBe(409);
  const after = await client.upload(`${photos}&kind=AFTER`, { name: "x.png", content: signature });
  expect(after.status).toBe(201);
  expect((await client.delete(`${at}/attachments/${after.body.id}`)).status).toBe(409);
  expect((await client.delete(`${at}/attachments/${done.signatures[0].attachmentId}`)).status).toBe(409);
  expect((await client.get(path)).body.items).toEqual(done.items);
});

test("nothing completed is edited, not even by SQL of the application (PRP-09)", async () => {
  const { project, inspectWith } = await engineer(app);
  await inspectWith(aDefect());
  const changes = [
    "UPDATE inspection_record SET taker_name = 'x'",
    "UPDATE inspection_item SET result = 'PASS'",
    "UPDATE inspection_reading SET reading = 0",
    "UPDATE inspection_defect SET description = 'x'",
    "UPDATE inspection_signature SET name = 'x'",
    "UPDATE inspection SET number = 'x'",
  ];
  for (const table of ["record", "item", "reading", "defect", "defect_step", "signature"]) {
    changes.push(`DELETE FROM inspection_${table}`);
  }
  for (const change of changes) {
    await expect(app.db.query(`${change} WHERE project_id = $1`, [project.id])).rejects.toThrow("permission denied");
  }
});

test("a correction is a new record that refers to the earlier one; that stays readable", async () => {
  const { room, client, at, inspectWith } = await engineer(app);
  const wrong = await inspectWith(aDefect(), aDefect({ place: "已修好的", itemNo: null }));
  const repaired = wrong.defectList.find(({ place }: { place: string }) => place === "已修好的");
  await client.post(`${at}/defects/${repaired.id}/fix`, { doneOn: "2026-03-10" });
  await client.post(`${at}/defects/${repaired.id}/recheck`, { doneOn: "2026-03-10", result: "PASS" });

  const correct = (body: object) =>
    client.post(`${at}/inspections`, { ...aHead, roomId: room.id, correctsId: wrong.id, ...body });
  expect((await correct({})).body.fields).toEqual({ correctionReason: ["请填写更正原因"] });
  const correcting = await correct({ correctionReason: "水表读数抄错" });
  expect(correcting.body).toMatchObject({
    number: "YS000002",
    state: "IN_PROGRESS",
    correctsNumber: "YS000001",
    correctionReason: "水表读数抄错",
    items: [{ result: "FAIL" }, { result: "PASS" }, { result: "NONE" }],
    readings: [{ reading: "12.5" }],
  });
  expect(correcting.body.defectList.map(({ place }: { place: string }) => place)).toEqual(["厨房北墙"]);
  const { id, version, defectList } = correcting.body;
  const [{ id: defectId }] = defectList;
  const saved = await client.put(`${at}/inspections/${id}`, {
    ...aRecord(version),
    items: [],
    readings: [{ kind: "WATER", meterNo: "W-1001", reading: "21.5" }],
    defects: [aDefect({ id: defectId })],
  });
  await client.post(`${at}/inspections/${id}/complete`, { version: saved.body.version, unsignedReason: "电话确认" });

  const earlier = (await client.get(`${at}/inspections/${wrong.id}`)).body;
  expect(earlier).toMatchObject({
    state: "VOID",
    voidReason: "由 YS000002 更正：水表读数抄错",
    correctedByNumber: "YS000002",
    readings: [{ reading: "12.5" }],
  });
  expect((await client.get(`${at}/rooms/${room.id}/start-readings`)).body).toMatchObject({
    number: "YS000002",
    readings: [{ kind: "WATER", meterNo: "W-1001", reading: "21.5" }],
  });
  const open = (await client.get(`${at}/defects?open=true`)).body.items;
  expect(open.map((one: { inspectionNumber: string }) => one.inspectionNumber)).toEqual(["YS000002"]);
  const old = wrong.defectList.find(({ place }: { place: string }) => place === "厨房北墙");
  expect((await client.post(`${at}/defects/${old.id}/fix`, { doneOn: "2026-03-10" })).body.detail).toBe(
    "验收单 YS000001 已作废，它的缺陷不再处理",
  );
  expect((await correct({ correctionReason: "再来" })).body.code).toBe("NOT_CORRECTABLE");
});

test("of two who record at once one wins, the other is told; of two who complete, too", async () => {
  const { project, client, at, begin } = await engineer(app);
  const other = await app.as(["property:read", "property:inspect"], project.id, "李工");
  const { id, version } = await begin();
  const path = `${at}/inspections/${id}`;
  const replies = await Promise.all([client, other].map((one) => one.put(path, aRecord(version))));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: "VERSION_CHANGED" });
  expect(replies.find(({ status }) => status === 409)?.body.detail).toMatch(
    /^(王工|李工)刚改过这张验收单，您的内容没有保存，请刷新后再改$/,
  );

  const complete = { version: version + 1, unsignedReason: "不在场" };
  const ends = await Promise.all([client, other].map((one) => one.post(`${path}/complete`, complete)));
  expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [{ count }] = await app.db.query(
    "SELECT count(*)::int FROM inspection_item WHERE project_id = $1 AND inspection_id = $2",
    [project.id, id],
  );
  expect(count).toBe(3);
});

test("a room has one inspection under way, also when two begin at once; numbers have no gap", async () => {
  const { project, room, client, at, begin } = await engineer(app);
  const other = await app.as(["property:read", "property:inspect"], project.id);
  const body = { ...aHead, roomId: room.id, begin: true };
  const replies = await Promise.all([client, other].map((one) => one.post(`${at}/inspections`, body)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.detail).toBe("这个房间已有没完成的验收单，请继续或作废它");
  const first = replies.find(({ status }) => status === 201)?.body;
  const given = await client.post(`${at}/inspections/${first.id}/void`, { version: 1, reason: "业主改期" });
  expect(given.body).toMatchObject({ state: "VOID", voidReason: "业主改期", items: [{}, {}, {}] });
  expect((await begin()).number).toBe("YS000002");
  const list = (await client.get(`${at}/inspections?roomId=${room.id}`)).body.items;
  expect(list.map(({ number }: { number: string }) => number)).toEqual(["YS000002", "YS000001"]);
});

test("a signature holds for what was signed only", async () => {
  const { client, at, begin, sign } = await engineer(app);
  const { id, version } = await begin();
  const path = `${at}/inspections/${id}`;
  await client.put(path, aRecord(version));
  await sign(id, version + 1);
  await client.put(path, aRecord(version + 1, { readings: [] }));
  expect((await client.get(path)).body.signatures).toEqual([]);
  expect((await client.post(`${path}/complete`, { version: version + 2 })).status).toBe(400);
  expect((await sign(id, version + 1)).body.code).toBe("VERSION_CHANGED");
  expect((await sign(id, version + 2)).status).toBe(201);
  expect((await sign(id, version + 2, "INSPECTOR")).status).toBe(201);
  const done = await client.post(`${path}/complete`, { version: version + 2 });
  expect(done.body.signatures.map(({ role }: { role: string }) => role)).toEqual(["TAKER", "INSPECTOR"]);
});

test("templates are copied: a change does not reach what has begun", async () => {
  const { client, at, begin } = await engineer(app);
  const { id } = await begin();
  const { items } = (await client.get(`${at}/inspection-templates`)).body;
  const path = `${at}/inspection-templates/${items[0].id}`;
  const changed = aTemplate({ version: 1, groups: [{ name: "门", items: [{ name: "锁" }] }] });
  expect((await client.put(path, changed)).body).toMatchObject({ version: 2, updatedByName: "王工" });
  expect(await client.put(path, changed)).toMatchObject({ status: 409, body: { code: "VERSION_CHANGED" } });
  expect((await client.get(`${at}/inspections/${id}`)).body.items).toHaveLength(3);
  expect((await client.post(`${at}/inspection-templates`, aTemplate())).body.detail).toBe("已有适用所有户型的验收模板");
  expect((await client.delete(path)).status).toBe(204);
  expect((await client.get(path)).status).toBe(404);
  const other = await savedRoom(app, at.split("/")[2]!);
  expect((await client.post(`${at}/inspections`, { ...aHead, roomId: other.id, begin: true })).body.code).toBe(
    "NO_TEMPLATE",
  );
});
