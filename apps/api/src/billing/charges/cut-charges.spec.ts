import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { formatFen } from "../../common/money.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, rehearsed, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { CutChargesService } from "./cut-charges.service.js";
import type { CutTarget } from "./planned-cuts.js";

/** The cut itself; the flows that use it (过户, 拆分/合并) are tested over HTTP beside them. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-06-18"));

const actor = { userId: newId(), name: "经办", ip: "127.0.0.1", requestId: "test" };

/** 112.08 m² at 2.95 yuan, May to July 2025 billed to the owner. */
async function aBilledRoom() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const room = await savedRoom(app, projectId, { chargeArea: "112.08", buildingArea: "112.08" });
  const feeItem = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, feeItem, {}, { unitPrice: "2.95" });
  await savedBinding(app, room, rate);
  const owner = await savedOwner(app, room);
  const buyer = await savedCustomer(app, projectId, { name: "王芳" });
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  for (const period of ["2025-05", "2025-06", "2025-07"]) await published(app, manager, projectId, { period });
  const cut = (target: CutTarget, day = "2025-06-18") =>
    app.db.transaction((tx) =>
      app.app
        .get(CutChargesService)
        .cut(tx, actor, { projectId, roomId: room.id, day }, target, { source: "TRANSFER", reason: "测试分割" }),
    );
  const charges = async () => {
    const { body } = await manager.get(`/projects/${projectId}/charges?pageSize=100&roomId=${room.id}`);
    return (body.items as { serviceFrom: string; payerName: string; openFen: number; bookedPeriod: string }[])
      .filter(({ openFen }) => openFen > 0)
      .map((one) => `${one.serviceFrom} ${one.payerName} ${formatFen(one.openFen)} ${one.bookedPeriod}`)
      .sort();
  };
  return { projectId, room, owner, buyer, manager, cut, charges };
}

const to = (customerId: string): CutTarget => ({
  mode: "PASS_ON",
  payers: [{ customerId, from: "2025-06-18", to: null }],
  goneIds: [],
});

test("the open month is split by days, later months pass whole, each in the month it counts in", async () => {
  const { projectId, buyer, cut, charges } = await aBilledRoom();
  await cut(to(buyer.id));
  expect(await charges()).toEqual([
    "2025-05-01 张伟 330.64 2025-05",
    "2025-06-01 张伟 187.36 2025-06",
    "2025-06-18 王芳 143.28 2025-06",
    "2025-07-01 王芳 330.64 2025-07",
  ]);
  await checkInvariants(app.db, projectId);
});

test("the days are billed once: a rehearsal finds nothing more to charge", async () => {
  const { projectId, room, owner, buyer, manager, cut } = await aBilledRoom();
  await app.db.query("UPDATE room_relation SET ends_on = '2025-06-17' WHERE project_id = $1 AND customer_id = $2", [
    projectId,
    owner.id,
  ]);
  await app.db.query(
    `INSERT INTO room_relation (project_id, id, created_at, room_id, customer_id, role, is_primary_contact, starts_on)
     VALUES ($1, $2, now(), $3, $4, 'OWNER', false, '2025-06-18')`,
    [projectId, newId(), room.id, buyer.id],
  );
  await cut(to(buyer.id));
  for (const period of ["2025-06", "2025-07"]) {
    const run = await rehearsed(app, manager, projectId, { period });
    expect(run).toMatchObject({ lineCount: 0, amountFen: 0 });
  }
});

test("a charge of a payer who stays is left alone", async () => {
  const { owner, cut } = await aBilledRoom();
  expect(await cut(to(owner.id))).toEqual([]);
});

test("dropped from the day on, only the days before stay charged", async () => {
  const { projectId, cut, charges } = await aBilledRoom();
  await cut({ mode: "DROP" });
  expect(await charges()).toEqual(["2025-05-01 张伟 330.64 2025-05", "2025-06-01 张伟 187.36 2025-06"]);
  await checkInvariants(app.db, projectId);
});

test("without a payer from the day on nothing is cut", async () => {
  const { cut, charges } = await aBilledRoom();
  const before = await charges();
  await expect(cut({ mode: "PASS_ON", payers: [], goneIds: [] })).rejects.toMatchObject({ code: "NO_PAYER" });
  expect(await charges()).toEqual(before);
});
