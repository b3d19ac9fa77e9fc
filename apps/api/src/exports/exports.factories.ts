import type { ExportKind } from "@linli/contracts";
import ExcelJS from "exceljs";
import type { Reply, TestApp, TestClient } from "../../test/test-app.js";
import { savedBinding, savedFeeItem, savedRate } from "../billing/billing.factories.js";
import { ChargeObject } from "../billing/objects/charge-object.entity.js";
import { newId } from "../common/ids.js";
import { anIdNumber, savedCustomer, savedPayer, savedRelation } from "../customer/customer.factories.js";
import { ParkingSpace } from "../parking/parking-space.entity.js";
import { VehicleRelation } from "../parking/vehicles/vehicle-relation.entity.js";
import { Vehicle } from "../parking/vehicles/vehicle.entity.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../property/property.factories.js";

/** A community that has something in every field that is exported: leading zeros, 4 places, shares, ended tenancies. */
export async function savedCommunity(app: TestApp) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2020-01" });
  const building = await savedBuilding(app, projectId, { code: "01", name: "一栋" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "1", floors: 18, hasLift: true });
  const rooms = [
    await savedRoom(app, projectId, {
      unitId: unit.id,
      code: "0101",
      name: "Ａ座 0101 室",
      floor: -1,
      buildingArea: "94.5678",
      chargeArea: "90.0001",
      innerArea: "78.2000",
      usableArea: "70.1234",
      orientation: "SN",
      handoverNoticedOn: "2019-12-20",
      handedOverOn: "2020-01-05",
      movedInOn: "2020-02-29",
      remark: "朝向“南北”\n第二行，含 <b>&</b>",
    }),
    await savedRoom(app, projectId, { unitId: unit.id, code: "0102", layout: null, incomplete: ["layout"] }),
  ];
  const [first, second] = rooms as [(typeof rooms)[0], (typeof rooms)[0]];
  const wang = await savedCustomer(app, projectId, {
    name: "王小明",
    idNumber: anIdNumber(),
    mobile: "13912340001",
    homePhone: "0755-26001234",
    otherPhones: ["13912340002", "075526001235"],
    birthday: "1980-01-01",
    address: "深圳市南山区 1 号",
    remark: "喜欢短信",
    contactName: null,
  });
  const li = await savedCustomer(app, projectId, { name: "李娜", idNumber: anIdNumber(), mobile: "13912340003" });
  const company = await savedCustomer(app, projectId, {
    name: "翠湖贸易（深圳）有限公司",
    kind: "COMPANY",
    idNumber: "91440300708461136T",
    contactName: "赵敏",
    registeredPlace: null,
    mobile: "13912340004",
  });
  const child = await savedCustomer(app, projectId, {
    name: "王朵",
    mobile: null,
    emergencyName: null,
    emergencyPhone: null,
  });
  const alone = await savedCustomer(app, projectId, { name: "没有房间的人", idNumber: anIdNumber() });
  await savedRelation(app, first, { customerId: wang.id, share: "33.3333", isPrimaryContact: true });
  await savedRelation(app, first, { customerId: li.id, share: "66.6667" });
  await savedRelation(app, first, { customerId: child.id, role: "FAMILY", kinship: "CHILD", startsOn: "2021-05-01" });
  await savedRelation(app, second, { customerId: company.id });
  for (const [startsOn, endsOn] of [
    ["2021-01-01", "2021-12-31"],
    ["2023-01-01", "2023-06-30"],
  ] as const)
    await savedRelation(app, second, { customerId: li.id, role: "TENANT", startsOn, endsOn, endReason: "到期" });
  const item = await savedFeeItem(app, projectId, { name: "物业服务费" });
  const rate = await savedRate(app, item, { name: "高层 2.38" });
  await savedPayer(app, first, { customerId: wang.id });
  await savedPayer(app, second, { customerId: company.id, feeItemId: item.id, endsOn: "2025-12-31" });
  await savedBinding(app, first, rate, { unitPrice: "2.123456", overrideReason: "合同约定" });
  await savedBinding(app, second, rate, { endsOn: "2025-12-31" });
  const spaces: [string, Partial<ParkingSpace>][] = [
    ["B001", { area: "12.3400", ownership: "OWNER" }],
    ["B002", { area: null, ownership: null, incomplete: ["车位权属"] }],
  ];
  for (const [code, more] of spaces)
    await app.db.manager.insert(ParkingSpace, {
      projectId,
      id: newId(),
      code,
      name: `车位 ${code}`,
      type: "UNDERGROUND",
      place: "地下一层",
      incomplete: [],
      createdAt: app.clock.now(),
      ...more,
    });
  const { id: objectId } = await app.db.manager.findOneByOrFail(ParkingSpace, { projectId, code: "B001" });
  const label = "车位 B001";
  await app.db.manager.insert(ChargeObject, {
    projectId,
    id: objectId,
    createdAt: app.clock.now(),
    kind: "SPACE",
    label,
  });
  await savedBinding(app, first, rate, { objectId, quantity: "12.34", overrideReason: "按登记的面积" });
  await savedVehicles(app, projectId, [
    { customerId: wang.id, roomId: first.id, rank: "MAIN", startsOn: "2021-01-01", spaceCode: "B001" },
    { customerId: li.id, role: "USER", roomId: first.id, startsOn: "2022-01-01", endsOn: "2022-12-31" },
  ]);
  // out of use, of the same plate: its history stays
  const before = { customerId: li.id, startsOn: "2019-01-01", endsOn: "2020-12-31", endReason: "卖出" };
  await savedVehicles(app, projectId, [before], { active: false, remark: "旧车\n第二行" });
  return { projectId, building, rooms: { first, second }, people: { wang, li, company, child, alone } };
}

/** A vehicle 粤B88888 with these relations. */
async function savedVehicles(
  app: TestApp,
  projectId: string,
  relations: (Partial<Omit<VehicleRelation, "space">> & { spaceCode?: string })[],
  more: Partial<Vehicle> = {},
): Promise<void> {
  const base = { projectId, createdAt: app.clock.now() };
  const id = newId();
  const vehicle = { id, plate: "粤B88888", model: "奥迪Ａ６", color: "白色", remark: null, active: true };
  await app.db.manager.insert(Vehicle, { ...base, ...vehicle, ...more });
  for (const { spaceCode, ...relation } of relations) {
    const found = spaceCode ? await app.db.manager.findOneByOrFail(ParkingSpace, { projectId, code: spaceCode }) : null;
    const kinds = { role: "OWNER", rank: "SECOND", kind: "OWNED", spaceId: found?.id ?? null };
    await app.db.manager.insert(VehicleRelation, { ...base, id: newId(), vehicleId: id, ...kinds, ...relation });
  }
}

/** Asks for an export and lets its job run; answers the register's row afterwards. */
export async function exported(
  app: TestApp,
  client: TestClient,
  projectId: string,
  body: { kind: ExportKind; filter?: object; columns?: string[]; includeNumbers?: boolean; reason?: string },
): Promise<Reply["body"]> {
  const url = `/projects/${projectId}/exports`;
  const asked = await client.post(url, { filter: {}, reason: "年度核对", ...body });
  if (asked.status !== 202) throw new Error(`${asked.status} ${JSON.stringify(asked.body)}`);
  await app.drainJobs();
  return (await client.get(`${url}/${asked.body.id}`)).body;
}

/** The file of an export. */
export async function downloaded(client: TestClient, projectId: string, id: string): Promise<Buffer> {
  const reply = await client.get(`/projects/${projectId}/exports/${id}/file`);
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.raw;
}

/** A workbook read back, its first sheet as rows by header. */
export async function sheetOf(file: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as never);
  const sheet = workbook.worksheets[0]!;
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, i) =>
    Object.fromEntries(headers.map((header, at) => [header, sheet.getCell(i + 2, at + 1).value])),
  );
  return { workbook, sheet, headers, rows };
}

/** The file with one cell changed, found by header and by the value of the first column of its row. */
export async function edited(
  file: Buffer,
  row: number,
  header: string,
  value: string | number | null,
): Promise<Buffer> {
  const { workbook, sheet, headers } = await sheetOf(file);
  sheet.getCell(row, headers.indexOf(header) + 1).value = value;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
