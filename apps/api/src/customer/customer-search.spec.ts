import pg from "pg";
import { makeCharges, makeCommunities } from "../../test/community.js";
import { startTestApp } from "../../test/test-app.js";
import { savedCharge, savedFeeItem } from "../billing/billing.factories.js";
import { PrepaymentAccount } from "../billing/prepayments/prepayment-account.entity.js";
import { newId } from "../common/ids.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { yearsBefore } from "./customer-conditions.js";
import { anIdNumber, savedCustomer, savedOwner, savedRelation } from "./customer.factories.js";
import { CustomerQueries } from "./customer.queries.js";

const app = await startTestApp();
afterAll(() => app.close());

test.each([
  ["2026-03-10", 14, "2012-03-10"],
  ["2028-02-29", 14, "2014-02-28"],
  ["2028-02-29", 4, "2024-02-29"],
  ["2026-01-01", 0, "2026-01-01"],
])("%s less %i years", (day, years, earlier) => {
  expect(yearsBefore(day, years)).toBe(earlier);
});

describe("every filter", () => {
  let at: string;
  let reader: Awaited<ReturnType<typeof app.as>>;
  let building: string;
  const idNumber = anIdNumber("1950-03-10");

  // Four people of two rooms: an old owner who owes, his wife, a child, a tenant who has left and paid ahead.
  beforeAll(async () => {
    const project = await savedProject(app);
    at = `/projects/${project.id}/customers`;
    reader = await app.as(["customer:read"], project.id);
    const room = await savedRoom(app, project.id, { movedInOn: "2021-05-01" });
    const other = await savedRoom(app, project.id);
    const old = await savedOwner(
      app,
      room,
      { name: "老人", birthday: "1950-03-10", mobile: "13911110001", idNumber, confirmedOn: "2026-01-15" },
      { startsOn: "2020-06-01" },
    );
    await savedOwner(app, room, { name: "妻子", birthday: "1960-03-11" }, { role: "FAMILY", startsOn: "2022-01-01" });
    await savedOwner(app, room, { name: "孩子", birthday: "2012-03-11" }, { role: "FAMILY", startsOn: "2022-01-01" });
    const tenant = await savedCustomer(app, project.id, { name: "租户", birthday: "1990-12-31" });
    const left = { customerId: tenant.id, role: "TENANT", startsOn: "2023-01-01", endsOn: "2024-12-31" };
    await savedRelation(app, other, left);
    await savedCustomer(app, project.id, { name: "公司", kind: "COMPANY", idNumber: "91350100M000100Y43" });
    const item = await savedFeeItem(app, project.id);
    for (const [serviceFrom, amountFen] of [
      ["2026-01-01", 30_000],
      ["2026-02-01", 20_000],
    ] as const)
      await savedCharge(app, room, {
        payerId: old.id,
        feeItemId: item.id,
        amountFen,
        serviceFrom,
        serviceTo: serviceFrom,
        source: "MANUAL",
      });
    await app.db.manager.insert(PrepaymentAccount, {
      projectId: project.id,
      id: newId(),
      roomId: other.id,
      customerId: tenant.id,
      balanceFen: 5000,
      createdAt: app.clock.now(),
    });
    const [unit] = await app.db.query<{ building: string }[]>(
      "SELECT building_id AS building FROM unit WHERE id = $1",
      [other.unitId],
    );
    building = unit!.building;
  });

  const names = async (query: string) => {
    const { body, status } = await reader.get(`${at}?${query}`);
    expect(status).toBe(200);
    return (body.items as { name: string }[]).map(({ name }) => name).sort();
  };
  const everybody = ["公司", "妻子", "孩子", "租户", "老人"].sort();

  test.each([
    ["", everybody],
    ["kind=COMPANY", ["公司"]],
    ["role=FAMILY", ["妻子", "孩子"]],
    ["role=TENANT", []],
    ["role=TENANT&ever=true", ["租户"]],
    ["startedFrom=2022-01-01", ["妻子", "孩子"]],
    ["startedTo=2020-12-31", ["老人"]],
    ["startedFrom=2023-01-01&startedTo=2023-12-31&ever=true", ["租户"]],
    ["endedFrom=2024-12-31&endedTo=2024-12-31", ["租户"]],
    ["endedFrom=2025-01-01", []],
    ["movedInFrom=2021-05-01&movedInTo=2021-05-01&role=OWNER", ["老人"]],
    ["movedInFrom=2021-05-02", []],
    ["minAge=76", ["老人"]],
    ["minAge=65", ["妻子", "老人"]],
    ["minAge=66", ["老人"]],
    ["maxAge=13", ["孩子"]],
    ["minAge=30&maxAge=40", ["租户"]],
    ["birthdayMonth=12", ["租户"]],
    ["birthdayMonth=3", ["妻子", "孩子", "老人"]],
    ["under14=true", ["孩子"]],
    ["owing=true", ["老人"]],
    ["owing=false", ["公司", "妻子", "孩子", "租户"]],
    ["owedFen=50000", ["老人"]],
    ["owedFen=50001", []],
    ["prepaid=true", ["租户"]],
    ["prepaid=false&kind=PERSON", ["妻子", "孩子", "老人"]],
    ["unconfirmedSince=2026-01-15&kind=PERSON", ["妻子", "孩子", "租户"]],
    ["incomplete=false", ["公司", "老人"]],
    ["q=13911110001", ["老人"]],
    ["q=0001&role=OWNER", ["老人"]],
    [`q=${encodeURIComponent("老")}`, ["老人"]],
  ])("%s", async (query, found) => {
    expect(await names(query)).toEqual([...found].sort());
  });

  test("by building, and by a whole ID number; numbers stay masked", async () => {
    expect(await names(`buildingId=${building}`)).toEqual([]);
    expect(await names(`buildingId=${building}&ever=true`)).toEqual(["租户"]);
    const { body } = await reader.get(`${at}?q=${idNumber}`);
    expect(body.items).toMatchObject([{ name: "老人", mobileMasked: "139****0001" }]);
    expect(JSON.stringify(body)).not.toContain(idNumber);
    expect(JSON.stringify(body)).not.toContain("13911110001");
  });

  test.each([
    ["minAge=-1", "minAge"],
    ["maxAge=zehn", "maxAge"],
    ["birthdayMonth=13", "birthdayMonth"],
    ["startedFrom=2026-02-31", "startedFrom"],
    ["owedFen=0", "owedFen"],
    ["owing=vielleicht", "owing"],
    ["colour=red", "colour"],
  ])("%s makes no sense", async (query, field) => {
    const reply = await reader.get(`${at}?${query}`);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.fields as object)).toEqual([field]);
  });
});

describe("with 100,000 customers", () => {
  const CUSTOMERS = 100_000;
  let projectId: string;

  beforeAll(async () => {
    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await admin.connect();
    [projectId] = (await makeCommunities(admin, { projects: 1, rooms: CUSTOMERS, firstPeriod: "2026-01" })) as [string];
    await makeCharges(admin, projectId, 20_000);
    await admin.query(
      "UPDATE customer SET mobile = '139' || lpad((row_number % 100000000)::text, 8, '0') FROM (SELECT id AS of, row_number() OVER () FROM customer WHERE project_id = $1) n WHERE project_id = $1 AND id = n.of",
      [projectId],
    );
    await admin.query("ANALYZE");
    await admin.end();
  }, 120_000);

  test.each([
    ["nothing", {}],
    ["a telephone", { q: "13900000123" }],
    ["an ID number", { q: "440304198001010017" }],
    ["the owners", { role: "OWNER" as const }],
    ["those who owe", { owing: true }],
    ["those who owe much", { owedFen: 20_000 }],
  ])("%s is answered from an index", async (_what, query) => {
    const where = await app.app.get(CustomerQueries, { strict: false }).conditions(projectId, query, "2026-03-10");
    const plan = await app.db.query<Record<string, string>[]>(
      `EXPLAIN SELECT * FROM customer c ${where.toString()} ORDER BY c.id DESC LIMIT 21`,
      where.params,
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).not.toContain("Seq Scan on customer c");
    expect(text).toContain("Index");
  });
});
