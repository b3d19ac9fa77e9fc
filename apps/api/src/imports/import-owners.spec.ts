import { startTestApp } from "../../test/test-app.js";
import { savedCustomer, savedPayer, savedRelation } from "../customer/customer.factories.js";
import { savedBinding, savedFeeItem, savedRate } from "../billing/billing.factories.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../property/property.factories.js";
import { checkedImport, committed } from "./imports.factories.js";

/** What writing by hand would refuse is said at the check, with row and field: owners over time, payers, birthdays. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

async function community() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const building = await savedBuilding(app, projectId, { code: "1" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "1" });
  const room = await savedRoom(app, projectId, { unitId: unit.id, code: "101", name: "101 室" });
  const wang = await savedCustomer(app, projectId, { name: "王小明", mobile: "13912340001" });
  await savedRelation(app, room, { customerId: wang.id, startsOn: "2025-01-01" });
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const check = (...rows: string[]) =>
    checkedImport(
      app,
      client,
      `/projects/${projectId}/imports`,
      "客户.csv",
      Buffer.from([HEADERS, ...rows].join("\n")),
    );
  const issuesOf = async (id: string) => {
    const { body } = await client.get(`/projects/${projectId}/imports/${id}/rows`);
    return body.items.flatMap((row: { rowNo: number; issues: { severity: string; field: string; code: string }[] }) =>
      row.issues.map(({ severity, field, code }) => `${row.rowNo} ${severity} ${field} ${code}`),
    ) as string[];
  };
  return { projectId, room, wang, client, url: `/projects/${projectId}/imports`, check, issuesOf };
}
const HEADERS = "房间代码,关系,客户名称,客户编号,手机,证件号码,出生日期,起始日期,结束日期";

test("the last owner cannot be ended by a file; with the new owner in the file he can", async () => {
  const { wang, url, client, check, issuesOf, projectId } = await community();
  const refused = await check(`101,业主,王小明,${wang.number},13912340001,,,2025-01-01,2026-02-28`);
  expect(await issuesOf(refused.id)).toContain("2 REFUSE to LAST_OWNER");
  expect(refused.summary.blocking).toBe(1);
  const sold = await check(
    `101,业主,王小明,${wang.number},13912340001,,,2025-01-01,2026-02-28`,
    "101,业主,李娜,,13912340002,,,2026-03-01,",
  );
  expect((await issuesOf(sold.id)).filter((issue) => issue.includes("REFUSE"))).toEqual([]);
  expect(await committed(app, client, url, sold.id)).toMatchObject({ status: "DONE", failure: null });
  const owners = await app.db.query(
    `SELECT c.name, r.ends_on FROM room_relation r JOIN customer c ON c.id = r.customer_id AND c.project_id = r.project_id
      WHERE r.project_id = $1 ORDER BY r.starts_on`,
    [projectId],
  );
  expect(owners).toEqual([
    { name: "王小明", ends_on: "2026-02-28" },
    { name: "李娜", ends_on: null },
  ]);
});

test("a new owner whose own row is refused does not come, so the last owner stays", async () => {
  const { wang, url, client, check, issuesOf } = await community();
  const checked = await check(
    `101,业主,王小明,${wang.number},13912340001,,,2025-01-01,2026-02-28`,
    "101,业主,李娜,,139****0002,,,2026-03-01,",
  );
  const refusals = (await issuesOf(checked.id)).filter((issue) => issue.includes("REFUSE"));
  expect(refusals).toEqual(["2 REFUSE to LAST_OWNER", expect.stringContaining("3 REFUSE")]);
  const done = await committed(app, client, url, checked.id, ["ROWS_FAULTY"]);
  expect(done).toMatchObject({ status: "DONE", failure: null });
});

test("who still pays for the room is named before the commit", async () => {
  const { room, wang, check, issuesOf } = await community();
  await savedPayer(app, room, { customerId: wang.id, startsOn: "2025-01-01" });
  const checked = await check(
    `101,业主,王小明,${wang.number},13912340001,,,2025-01-01,2026-02-28`,
    "101,业主,李娜,,13912340002,,,2026-03-01,",
  );
  expect(await issuesOf(checked.id)).toContain("2 REFUSE to PAYER_STILL_SET");
});

test("days without an owner and owners at the same time are noted", async () => {
  const { wang, check, issuesOf, projectId, room } = await community();
  const gap = await check(
    "101,业主,赵先生,,13912340005,,,2023-01-01,2024-06-30",
    `101,业主,王小明,${wang.number},13912340001,,,2025-01-01,`,
    "101,业主,孙早,,13912340006,,,2022-01-01,2023-02-28",
  );
  expect(await issuesOf(gap.id)).toContain("2 NOTE from OWNERS_OVERLAP");
  expect((await issuesOf(gap.id)).filter((issue) => issue.includes("REFUSE"))).toEqual([]);
  const before = await check(
    "101,业主,赵先生,,13912340005,,,2023-01-01,2023-06-30",
    "101,业主,钱女士,,13912340007,,,2023-09-01,",
  );
  expect(await issuesOf(before.id)).toContain("3 NOTE from OWNER_GAP");
  await app.db.query("UPDATE room SET ended_on = '2026-01-31' WHERE project_id = $1 AND id = $2", [projectId, room.id]);
  const late = await check("101,租户,周租客,,13912340008,,,2025-06-01,");
  expect(await issuesOf(late.id)).toContain("2 REFUSE to OUTSIDE_ROOM_LIFE");
});

test.each([
  ["a day that does not exist", ",1990-02-31", "INVALID_VALUE"],
  ["a day to come", ",2027-01-01", "BIRTHDAY_INVALID"],
  ["another day than the ID card says", "11010519491231002X,1950-12-31", "BIRTHDAY_INVALID"],
])("a birthday: %s", async (_what, cells, code) => {
  const { check, issuesOf } = await community();
  const checked = await check(`101,租户,陈租客,,13912340003,${cells},2026-01-01,`);
  expect(await issuesOf(checked.id)).toContain(`2 REFUSE birthday ${code}`);
});

test("what a file says otherwise of payers and bindings that are there is named, and left alone", async () => {
  const { projectId, room, wang, client, url } = await community();
  await savedPayer(app, room, { customerId: wang.id, startsOn: "2025-01-01" });
  const item = await savedFeeItem(app, projectId, { name: "物业管理费" });
  const rate = await savedRate(app, item, { name: "高层住宅" });
  await savedBinding(app, room, rate, { startsOn: "2026-01-01" });
  const rowOf = async (name: string, ...lines: string[]) => {
    const { id } = await checkedImport(app, client, url, name, Buffer.from(lines.join("\n")));
    return (await client.get(`${url}/${id}/rows`)).body.items[0];
  };
  const payer = await rowOf(
    "收费对象.csv",
    "房间代码,收费对象,客户编号,起始日期,结束日期",
    `101,王小明,${wang.number},2025-01-01,2026-06-30`,
  );
  expect(payer).toMatchObject({
    outcome: "LEFT_OUT",
    changes: [{ label: "结束日期", before: null, after: "2026-06-30" }],
    issues: [{ severity: "NOTE", code: "NOT_CHANGED" }],
  });
  const binding = await rowOf(
    "收费标准绑定.csv",
    "房间代码,收费项目,收费标准,起始日期,结束日期,数量",
    "101,物业管理费,高层住宅,2026-01-01,2026-12-31,2",
  );
  expect(binding).toMatchObject({ outcome: "LEFT_OUT", issues: [{ code: "NOT_CHANGED" }] });
  expect(binding.issues[0].message).toContain("结束日期系统中为空、文件为2026-12-31，数量系统中为空、文件为2");
});
