import { startTestApp } from "../../../test/test-app.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../../property/property.factories.js";
import { anIdNumber, savedCustomer, savedOwner, savedRelation } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

async function community() {
  const { id: projectId } = await savedProject(app);
  const building = await savedBuilding(app, projectId, { sort: 1 });
  const unit = await savedUnit(app, projectId, { buildingId: building.id });
  const [a, b] = [
    await savedRoom(app, projectId, { unitId: unit.id, code: "A-2" }),
    await savedRoom(app, projectId, { code: "B-10" }),
  ];
  const complete = await savedOwner(app, a, { name: "王芳", idNumber: anIdNumber() });
  const owner = await savedOwner(app, b, { name: "李强", incomplete: ["证件号码", "紧急联络人"] });
  const tenant = await savedCustomer(app, projectId, { name: "赵敏", incomplete: ["户口所在地"] });
  await savedRelation(app, a, { customerId: tenant.id, role: "TENANT", startsOn: "2026-01-01" });
  const clerk = await app.as(["customer:read"], projectId);
  return {
    projectId,
    building,
    a,
    b,
    complete,
    owner,
    tenant,
    clerk,
    url: `/projects/${projectId}/customer-completeness`,
  };
}

test("counts the people of the rooms and what they lack; rooms without an owner are named as such", async () => {
  const { projectId, clerk, url } = await community();
  await savedRoom(app, projectId, { state: "UNSOLD" });
  await savedRoom(app, projectId, { active: false });
  await savedRoom(app, projectId);
  expect((await clerk.get(url)).body).toEqual({
    customers: 3,
    completeCustomers: 1,
    missing: [
      { field: "户口所在地", customers: 1 },
      { field: "紧急联络人", customers: 1 },
      { field: "证件号码", customers: 1 },
    ],
    roomsWithoutOwner: 1,
  });
});

test("lists room by room who lacks what, filtered, without a number of anybody", async () => {
  const { building, b, owner, clerk, url } = await community();
  const { body } = await clerk.get(`${url}/rooms`);
  expect(body.total).toBe(2);
  expect(body.items.find(({ customerId }: { customerId: string }) => customerId === owner.id)).toEqual({
    id: expect.any(String),
    customerId: owner.id,
    customerName: "李强",
    kind: "PERSON",
    role: "OWNER",
    roomId: b.id,
    roomCode: "B-10",
    buildingName: expect.any(String),
    unitName: expect.any(String),
    incomplete: ["证件号码", "紧急联络人"],
  });
  const names = async (query: string) =>
    (await clerk.get(`${url}/rooms?${query}`)).body.items.map(
      ({ customerName }: { customerName: string }) => customerName,
    );
  expect(await names("role=TENANT")).toEqual(["赵敏"]);
  expect(await names(`buildingId=${building.id}`)).toEqual(["赵敏"]);
  expect(await names(`missing=${encodeURIComponent("紧急联络人")}`)).toEqual(["李强"]);
  expect(await names("q=b-1")).toEqual(["李强"]);
  expect((await clerk.get(`${url}/rooms?missing=phone`)).status).toBe(400);
});

test("who is no longer, or not yet, of a room does not count", async () => {
  const { a, clerk, projectId, url } = await community();
  const past = await savedCustomer(app, projectId, { incomplete: ["性别"] });
  await savedRelation(app, a, { customerId: past.id, role: "TENANT", startsOn: "2025-01-01", endsOn: "2026-03-09" });
  const future = await savedCustomer(app, projectId, { incomplete: ["性别"] });
  await savedRelation(app, a, { customerId: future.id, role: "TENANT", startsOn: "2026-03-11" });
  expect((await clerk.get(`${url}/rooms`)).body.total).toBe(2);
  expect((await clerk.get(url)).body.customers).toBe(3);
});

test("needs the right to see customers, in this project", async () => {
  const [one, other] = [await community(), await community()];
  const keeper = await app.as(["property:read"], one.projectId);
  for (const path of ["", "/rooms"]) {
    expect((await keeper.get(`${one.url}${path}`)).status).toBe(403);
    expect((await one.clerk.get(`${other.url}${path}`)).status).toBe(403);
  }
});
