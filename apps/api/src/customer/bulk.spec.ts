import { startTestApp } from "../../test/test-app.js";
import { systemActor } from "../common/actor.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import type { BulkCustomer } from "./bulk-customer.js";
import { BulkCustomersService } from "./bulk-customers.service.js";
import { type BulkPayer, type BulkRelation, BulkRelationsService } from "./bulk-relations.service.js";
import { anIdNumber, savedCustomer } from "./customer.factories.js";
import { phonesFromColumns } from "./details/customer-phones.js";
import { refreshIncomplete } from "./incomplete.js";

const app = await startTestApp();
afterAll(() => app.close());

const upsert = (projectId: string, rows: BulkCustomer[]) =>
  app.db.transaction((tx) => app.app.get(BulkCustomersService).upsertCustomers(tx, systemActor, projectId, rows));
const relations = (projectId: string, rows: BulkRelation[]) =>
  app.db.transaction((tx) => app.app.get(BulkRelationsService).ensureRelations(tx, systemActor, projectId, rows));
const payers = (projectId: string, rows: BulkPayer[]) =>
  app.db.transaction((tx) => app.app.get(BulkRelationsService).ensurePayers(tx, systemActor, projectId, rows));
const stored = (id: string) => app.db.query("SELECT * FROM customer WHERE id = $1", [id]).then(([row]) => row);

test("creates once, completes what is empty, and leaves the rest: repeatable without duplicates", async () => {
  const { id: projectId } = await savedProject(app);
  const idNumber = anIdNumber("1990-02-03");
  const rows: BulkCustomer[] = [
    { name: "王芳", idNumber, mobile: "13812345678" },
    { name: "李强", mobile: "１３８１２３４５６７９" },
  ];
  const first = await upsert(projectId, rows);
  expect(first.map(({ number, outcome }) => [number, outcome])).toEqual([
    ["KH000001", "CREATED"],
    ["KH000002", "CREATED"],
  ]);
  expect(await stored(first[0]!.id)).toMatchObject({
    birthday: "1990-02-03",
    incomplete: ["户口所在地", "紧急联络人", "紧急联络人电话"],
  });
  expect(await stored(first[1]!.id)).toMatchObject({
    mobile: "13812345679",
    incomplete: ["性别", "证件名称", "证件号码", "户口所在地", "紧急联络人", "紧急联络人电话"],
  });

  expect((await upsert(projectId, rows)).map(({ id, outcome }) => [id, outcome])).toEqual(
    first.map(({ id }) => [id, "UNCHANGED"]),
  );

  const more = await upsert(projectId, [
    { name: "李强", mobile: "13812345679", registeredPlace: "湖南省长沙市", idNumber: anIdNumber() },
  ]);
  expect(more).toEqual([{ id: first[1]!.id, number: "KH000002", outcome: "CHANGED" }]);
  expect(await stored(first[1]!.id)).toMatchObject({
    registered_place: "湖南省长沙市",
    mobile: "13812345679",
    incomplete: ["紧急联络人", "紧急联络人电话"],
  });
});

test("what somebody new lacks, and his telephones, are what they would be written anew as", async () => {
  const { id: projectId } = await savedProject(app);
  const today = "2026-03-10";
  app.clock.set(today);
  await upsert(projectId, [
    { name: "甲", sex: "NONE" },
    { name: "乙", idNumber: anIdNumber("2012-03-10"), homePhone: "0755-26001234", mobile: "13811110001" },
    {
      name: "丙",
      idNumber: anIdNumber("2012-03-11"),
      mobile: "13811110002",
      otherPhones: ["13811110002", "13811110003"],
    },
    { name: "丁公司", kind: "COMPANY", emergencyName: "丁", emergencyPhone: "13811110004", registeredPlace: "深圳" },
    { name: "戊", birthday: "2020-01-01", otherPhones: ["13811110005"] },
  ]);
  const rows = () =>
    app.db.query(
      `SELECT c.name, c.incomplete, p.id, p.number, p.kind, p.is_main FROM customer c
         LEFT JOIN customer_phone p ON p.project_id = c.project_id AND p.customer_id = c.id
        WHERE c.project_id = $1 ORDER BY c.id, p.number`,
      [projectId],
    );
  const written = await rows();
  expect(written.filter(({ incomplete }: { incomplete: string[] }) => incomplete.includes("监护人同意"))).toMatchObject(
    [{ name: "丙" }, { name: "丙" }, { name: "戊" }],
  );
  await app.db.transaction(async (tx) => {
    const people = await tx.query<{ id: string }[]>("SELECT id FROM customer WHERE project_id = $1", [projectId]);
    await refreshIncomplete(tx, projectId, "all", today);
    await tx.query("DELETE FROM customer_phone WHERE project_id = $1", [projectId]);
    const ids = people.map(({ id }) => id);
    await phonesFromColumns(tx, projectId, ids, new Date());
  });
  expect(await rows()).toEqual(written);
});

test("rows that mean the same person become one; two documents are two people", async () => {
  const { id: projectId } = await savedProject(app);
  const [mine, his] = [anIdNumber(), anIdNumber()];
  const placed = await upsert(projectId, [
    { name: "张伟", idNumber: mine, mobile: "13811112222" },
    { name: "张伟", idNumber: mine, address: "翠湖路" },
    { name: "张伟", idNumber: his, mobile: "13811112222" },
    { name: "张伟", mobile: "13811112222" },
  ]);
  expect(placed[1]!.id).toBe(placed[0]!.id);
  expect(placed[2]!.id).not.toBe(placed[0]!.id);
  expect(placed[3]!.id).toBe(placed[0]!.id);
  expect(await stored(placed[0]!.id)).toMatchObject({ address: "翠湖路", mobile: "13811112222" });
});

test("one document under two names is refused, and nothing is written", async () => {
  const { id: projectId } = await savedProject(app);
  const idNumber = anIdNumber();
  await expect(
    upsert(projectId, [
      { name: "甲", idNumber },
      { name: "乙", idNumber },
    ]),
  ).rejects.toMatchObject({ code: "DOCUMENT_OF_ANOTHER" });
  expect(await app.db.query("SELECT 1 FROM customer WHERE project_id = $1", [projectId])).toEqual([]);
});

test("a dry run says whom each row means", async () => {
  const { id: projectId } = await savedProject(app);
  const idNumber = anIdNumber();
  const known = await savedCustomer(app, projectId, { name: "王芳", idNumber, mobile: "13812345678" });
  const found = await app.app.get(BulkCustomersService).find(app.db.manager, projectId, [
    { name: "王小芳", idNumber },
    { name: "王芳", mobile: "13812345678" },
    { name: "王芳", mobile: "13812345678", address: "翠湖路" },
    { name: "王芳", mobile: "13800000000" },
  ]);
  expect(found.map((one) => one && [one.id, one.name, one.by, one.changes])).toEqual([
    [known.id, "王芳", "ID_NUMBER", true],
    [known.id, "王芳", "NAME_AND_PHONE", false],
    [known.id, "王芳", "NAME_AND_PHONE", true],
    null,
  ]);
});

test("relations and payers come in once; shares over the whole stop the import", async () => {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id);
  const [one, two] = await upsert(project.id, [
    { name: "甲", mobile: "13811110001" },
    { name: "乙", mobile: "13811110002" },
  ]);
  const owner = { roomId: room.id, customerId: one!.id, role: "OWNER", startsOn: "2020-01-01", share: "50" } as const;
  expect(await relations(project.id, [owner, owner])).toBe(1);
  expect(await relations(project.id, [owner])).toBe(0);
  await expect(relations(project.id, [{ ...owner, customerId: two!.id, share: "50.01" }])).rejects.toMatchObject({
    code: "SHARES_OVER_100",
  });

  const payer = { roomId: room.id, customerId: one!.id, startsOn: "2020-01-01" };
  expect(await payers(project.id, [payer, payer])).toBe(1);
  expect(await payers(project.id, [payer, { ...payer, customerId: two!.id, startsOn: "2021-01-01" }])).toBe(0);
  const other = await savedRoom(app, project.id);
  const twice = [
    { ...payer, roomId: other.id },
    { ...payer, roomId: other.id, startsOn: "2021-01-01" },
  ];
  await expect(payers(project.id, twice)).rejects.toMatchObject({ code: "PAYER_OVERLAPS" });
});

test("a family member without kinship, and a child without a guardian's consent, is incomplete", async () => {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id);
  const [child] = await upsert(project.id, [{ name: "小明", idNumber: anIdNumber("2016-01-01") }]);
  await relations(project.id, [{ roomId: room.id, customerId: child!.id, role: "FAMILY", startsOn: "2020-01-01" }]);
  expect((await stored(child!.id)).incomplete).toEqual(["与业主关系", "监护人同意"]);
});

test("nobody is related to a room before it exists or after it ended", async () => {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id, { startsOn: "2024-01-01", endedOn: "2025-12-31" });
  const [owner] = await upsert(project.id, [{ name: "王芳", idNumber: anIdNumber() }]);
  const row = { roomId: room.id, customerId: owner!.id, role: "OWNER" as const };
  for (const span of [{ startsOn: "2023-12-31", endsOn: "2024-12-31" }, { startsOn: "2024-01-01" }])
    await expect(relations(project.id, [{ ...row, ...span }])).rejects.toMatchObject({ code: "OUTSIDE_ROOM_LIFE" });
  expect(await relations(project.id, [{ ...row, startsOn: "2024-01-01", endsOn: "2025-12-31" }])).toBe(1);
});
