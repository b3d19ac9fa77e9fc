import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { newId } from "../../common/ids.js";
import { parseYuan } from "../../common/money.js";
import { aCustomer, savedCustomer, savedOwner, savedPayer, savedRelation } from "../../customer/customer.factories.js";
import { savedProject } from "../../property/property.factories.js";
import { rehearsed, savedCharge, savedFeeItem } from "../billing.factories.js";
import { example } from "../pricing/pricing.factories.js";
import { aDraft, aSoldRoom, drafted, submitted, transferred, uploaded } from "./transfers.factories.js";

/** 房屋过户 (SCN-07) as the service centre does it, over HTTP. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-06-18"));

interface Variant {
  name: string;
  unpaid: string[];
  old_owner_general_prepayment?: string;
}

describe("BC-20: sold on 18 June, to the cent", () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; unit_price_per_m2_month: string; transfer_date: string; variants: Variant[] },
    Record<string, Record<string, string>> & { june_old: string; june_new: string }
  >("BC-20");
  const fen = (yuan: string | undefined) => parseYuan(yuan ?? "0");

  test.each(inputs.variants)("$name", async ({ name, unpaid, old_owner_general_prepayment: prepayment }) => {
    const prepaid = fen(prepayment);
    const sold = await aSoldRoom(app, { area: inputs.charge_area_m2, price: inputs.unit_price_per_m2_month, prepaid });
    const { at, projectId, seller, buyer, receptionist, cashier, manager } = sold;
    const paid = (await sold.charges()).filter(({ period }) => !unpaid.includes(period));
    if (paid.length > 0) expect((await sold.pay(seller.id, paid)).status).toBe(201);

    const done = await transferred(sold, { transferOn: inputs.transfer_date });
    expect(done.status).toBe("COMPLETED");
    const wanted = expected[name]!;
    expect(await sold.owes(seller.id)).toBe(fen(wanted["old_owner_owes"]));
    expect(await sold.owes(buyer.id)).toBe(name === "JUNE_PAID" ? 0 : fen(expected.june_new));
    const settlement = (await receptionist.get(`${at}/transfers/${done.id}/settlement`)).body;
    expect(settlement).toMatchObject({
      isFinal: true,
      oldRestFen: fen(wanted["old_owner_owes"]),
      refundFen: fen(wanted["refund_to_old_owner"]),
      carriedFen: fen(wanted["carried_to_new_owner"]),
      settleFen: fen(wanted["settle_between_parties"]),
    });
    const refunds = (await cashier.get(`${at}/prepayment-refunds`)).body.items;
    expect(refunds.map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual(
      wanted["refund_to_old_owner"] ? [fen(wanted["refund_to_old_owner"])] : [],
    );
    const june = (await sold.charges()).filter(
      ({ period, openFen, amountFen }) => period === "2025-06" && openFen + amountFen > 0,
    );
    if (name === "UNPAID")
      expect(
        june
          .filter(({ openFen }) => openFen > 0)
          .map(({ amountFen }) => amountFen)
          .sort(),
      ).toEqual([fen(expected.june_new), fen(expected.june_old)].sort());
    // the new owner's first bill is the next month's
    expect(await rehearsed(app, manager, projectId, { period: "2025-06" })).toMatchObject({ lineCount: 0 });
    const july = await rehearsed(app, manager, projectId, { period: "2025-07" });
    const { items } = (await manager.get(`${at}/runs/${july.id}/lines`)).body;
    expect(items).toMatchObject([{ payerName: "王芳", amountFen: 33064 }]);
    await checkInvariants(app.db, projectId);
  });
});

test.each([
  [10_000, 66128 + 8736, 14328, 0],
  [25_000, 66128, 8064, 6264],
])("June partly paid with %i fen: for the old part first", async (fen, oldOwes, newOwes, settleFen) => {
  const sold = await aSoldRoom(app);
  const { at, projectId, seller, buyer, receptionist, manager } = sold;
  const june = (await sold.charges()).filter(({ period }) => period === "2025-06");
  expect((await sold.pay(seller.id, june, [fen])).status).toBe(201);
  const { id } = await transferred(sold);
  expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([oldOwes, newOwes]);
  expect((await receptionist.get(`${at}/transfers/${id}/settlement`)).body).toMatchObject({ settleFen });
  expect(await rehearsed(app, manager, projectId, { period: "2025-06" })).toMatchObject({ lineCount: 0 });
  await checkInvariants(app.db, projectId);
});

describe("billed by the quarter, sold on 18 May", () => {
  const quarter = { cycle: "QUARTER", months: ["2025-04", "2025-04"] as [string, string] };

  test.each([
    // 330.636 × 17/31 = 181.32 of May is the seller's; the rest of May and June go to the buyer
    ["unpaid", false, 33064 + 18132, 14932 + 33064, 0],
    ["paid", true, 0, 0, 14932 + 33064],
  ])("%s: to the cent, and the next quarter is the buyer's", async (_name, isPaid, oldOwes, newOwes, settleFen) => {
    const sold = await aSoldRoom(app, quarter);
    const { at, projectId, seller, buyer, receptionist, manager } = sold;
    const charges = await sold.charges();
    expect(charges.map(({ period, amountFen }) => [period, amountFen]).toSorted()).toEqual([
      ["2025-04", 33064],
      ["2025-05", 33064],
      ["2025-06", 33064],
    ]);
    if (isPaid) expect((await sold.pay(seller.id, charges)).status).toBe(201);
    const { id } = await transferred(sold, { transferOn: "2025-05-18" });
    expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([oldOwes, newOwes]);
    expect((await receptionist.get(`${at}/transfers/${id}/settlement`)).body).toMatchObject({ settleFen });
    expect(await rehearsed(app, manager, projectId, { period: "2025-05" })).toMatchObject({ lineCount: 0 });
    const next = await rehearsed(app, manager, projectId, { period: "2025-07" });
    const { items } = (await manager.get(`${at}/runs/${next.id}/lines`)).body;
    expect(items.map((line: { payerName: string; amountFen: number }) => [line.payerName, line.amountFen])).toEqual(
      Array.from({ length: 3 }, () => ["王芳", 33064]),
    );
    await checkInvariants(app.db, projectId);
  });
});

test("of two items each is cut for itself: what is paid is settled between the parties, what is owed is split", async () => {
  const sold = await aSoldRoom(app, { furtherPrice: "1.15" });
  const { at, projectId, seller, buyer, receptionist } = sold;
  const charges = await sold.charges();
  const lift = charges.filter(({ feeItemName }) => feeItemName === "电梯运行费");
  expect(lift.map(({ amountFen }) => amountFen)).toEqual([12889, 12889, 12889]);
  const service = charges.filter(({ feeItemName }) => feeItemName !== "电梯运行费");
  expect((await sold.pay(seller.id, service)).status).toBe(201);
  const { id } = await transferred(sold);
  // 128.892 × 17/30 = 73.04 of June is the seller's, 128.89 − 73.04 the buyer's
  expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([2 * 12889 + 7304, 12889 - 7304]);
  expect((await receptionist.get(`${at}/transfers/${id}/settlement`)).body).toMatchObject({
    oldRestFen: 2 * 12889 + 7304,
    newOwesFen: 12889 - 7304,
    settleFen: 14328,
  });
  await checkInvariants(app.db, projectId);
});

test.each([
  ["before its handover, which rates bill to the developer from then on", "SOLD", 14_328],
  ["handed over without a date, so that nobody knows who bears it", "OCCUPIED", null],
])(
  "a one-off charge passes from owner to owner: of a room %s (BIL-14, BIL-146)",
  async (_what, state, developerOwes) => {
    const months: [string, string] = developerOwes === null ? ["2025-06", "2025-05"] : ["2025-06", "2025-06"];
    const sold = await aSoldRoom(app, { months });
    const { at, projectId, room, seller, buyer, manager } = sold;
    const card = await savedFeeItem(app, projectId, { kind: "ONE_OFF", name: "装修垃圾清运费" });
    const days = { period: "2025-06", serviceFrom: "2025-06-01", serviceTo: "2025-06-30" };
    await savedCharge(app, room, {
      ...days,
      payerId: seller.id,
      feeItemId: card.id,
      amountFen: 6_000,
      source: "MANUAL",
    });
    const developer = await savedCustomer(app, projectId, { kind: "COMPANY", name: "湖畔置业有限公司" });
    const policy = { rule: "HANDOVER", developerId: developer.id };
    expect((await manager.put(`${at}/billing-settings/charge-start`, policy)).status).toBe(200);
    expect((await manager.put(`${at}/rooms/${room.id}/state`, { state, purpose: "RESIDENCE" })).status).toBe(200);
    expect((await transferred(sold)).status).toBe("COMPLETED");
    // 17 of 30 days stay with the seller
    const ofCard = (await sold.charges()).filter(
      ({ feeItemName, openFen }) => feeItemName === card.name && openFen > 0,
    );
    expect(ofCard.map(({ payerId, openFen }) => [payerId, openFen])).toEqual(
      expect.arrayContaining([
        [seller.id, 3_400],
        [buyer.id, 2_600],
      ]),
    );
    expect(await sold.owes(developer.id)).toBe(developerOwes ?? 0);
    await checkInvariants(app.db, projectId);
  },
);

test("the state of the room is shown first, and a draft says what it lacks", async () => {
  const sold = await aSoldRoom(app, { prepaid: 50_000 });
  const { at, room, receptionist } = sold;
  const { status, body } = await receptionist.post(`${at}/transfers`, { roomId: room.id });
  expect(status).toBe(201);
  expect(body).toMatchObject({ number: "GH000001", status: "DRAFT", version: 1, roomCode: room.code });
  expect(body.sections.map(({ title }: { title: string }) => title)).toEqual([
    "收费对象",
    "待审批事项",
    "划款协议",
    "欠费",
    "预收",
    "押金",
    "收费标准",
    "车辆",
  ]);
  const section = (key: string) => body.sections.find((one: { key: string }) => one.key === key).items;
  expect(section("arrears")).toMatchObject([{ amountFen: 3 * 33064, detail: "2025-04 至 2025-06" }]);
  expect(section("prepayments")).toMatchObject([{ label: "张伟", amountFen: 50_000 }]);
  expect(body.missing).toEqual(["请填写过户日期", "请选择过户原因", "请填写新业主", "请上传过户证明等文件"]);
  const submit = await receptionist.post(`${at}/transfers/${body.id}/submit`, { version: 1 });
  expect(submit.body).toMatchObject({ status: 409, code: "TRANSFER_INCOMPLETE" });
});

test("a draft is resumed by a colleague; of two editors one is told to read again", async () => {
  const sold = await aSoldRoom(app);
  const { at, projectId } = sold;
  const draft = await drafted(sold);
  const colleague = await app.asRole("RECEPTIONIST", projectId);
  const readings = [{ kind: "WATER", meterNo: "W-1", reading: "128.5" }] as const;
  const change = aDraft(sold, draft.version, { readings: [...readings] });
  const replies = await Promise.all([
    colleague.put(`${at}/transfers/${draft.id}`, change),
    sold.receptionist.put(`${at}/transfers/${draft.id}`, { ...change, remark: "另一人" }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)!.body.code).toBe("TRANSFER_CHANGED");
  expect((await colleague.get(`${at}/transfers/${draft.id}`)).body).toMatchObject({
    version: draft.version + 1,
    readings,
  });
});

test("the preview splits by day with its explanation, before anything is written", async () => {
  const sold = await aSoldRoom(app);
  const draft = await drafted(sold);
  const { body } = await sold.receptionist.get(`${sold.at}/transfers/${draft.id}/settlement`);
  expect(body).toMatchObject({ isFinal: false, oldOwesFen: 84864, newOwesFen: 14328, settleFen: 0 });
  expect(body.lines[2]).toMatchObject({
    oldDays: 17,
    oldOpenFen: 18736,
    newDays: 13,
    newOpenFen: 14328,
    payerName: "张伟",
    newPayerName: "王芳",
    oldExplanation: expect.arrayContaining(["112.08 m² × 2.95 元/m² × 17/30 = 187.3604 → 四舍五入到分 187.36 元"]),
  });
  expect(await sold.owes(sold.seller.id)).toBe(3 * 33064);
});

test("a new owner is entered in full in the flow, and is not entered twice", async () => {
  const sold = await aSoldRoom(app);
  const { at, room, receptionist } = sold;
  const { id, version } = (await receptionist.post(`${at}/transfers`, { roomId: room.id })).body;
  const { roomId: _room, role: _role, startsOn: _from, ...person } = aCustomer(room, { name: "李娜" });
  const incomplete = await receptionist.post(`${at}/transfers/${id}/owners`, {
    ...person,
    emergencyName: null,
    version,
  });
  expect(incomplete.body).toMatchObject({ status: 400, fields: { emergencyName: ["请填写紧急联络人"] } });
  const added = await receptionist.post(`${at}/transfers/${id}/owners`, { ...person, share: "100", version });
  expect(added.body).toMatchObject({ version: 2, owners: [{ customerName: "李娜", share: "100" }] });
  const again = await receptionist.post(`${at}/transfers/${id}/owners`, { ...person, version: 2 });
  expect(again.body).toMatchObject({ status: 409, code: "CUSTOMER_EXISTS" });
});

test("relations end or stay, payers follow, and the history of everybody tells", async () => {
  const sold = await aSoldRoom(app, { months: ["2025-04", "2025-04"] });
  const { at, room, projectId, seller, buyer, receptionist } = sold;
  await sold.pay(seller.id, await sold.charges());
  const tenant = await savedCustomer(app, projectId, { name: "租户甲" });
  const wife = await savedCustomer(app, projectId, { name: "家属乙" });
  await savedRelation(app, room, { customerId: tenant.id, role: "TENANT", startsOn: "2025-01-01" });
  await savedRelation(app, room, { customerId: wife.id, role: "FAMILY", kinship: "SPOUSE", startsOn: "2025-01-01" });
  await savedPayer(app, room, { customerId: seller.id, startsOn: "2025-01-01" });
  const second = await savedCustomer(app, projectId, { name: "王强" });
  const owners = [
    { customerId: buyer.id, share: "60" },
    { customerId: second.id, share: "40" },
  ];
  const withoutPayer = await drafted(sold, { owners });
  expect(withoutPayer.missing).toContain("有多位业主或公司业主，请选择收费对象");
  const body = aDraft(sold, withoutPayer.version, { owners, payerCustomerId: second.id });
  const saved = (await receptionist.put(`${at}/transfers/${withoutPayer.id}`, body)).body;
  const ready = (await receptionist.post(`${at}/transfers/${saved.id}/submit`, { version: saved.version })).body;
  expect(ready).toMatchObject({ status: "SETTLING", open: [], missing: [], blocks: [] });
  const done = await receptionist.post(`${at}/transfers/${saved.id}/complete`, { version: ready.version });
  expect(done.body).toMatchObject({ status: "COMPLETED", oldOwners: ["张伟"], newOwners: ["王芳", "王强"] });

  const { relations, payers } = (await receptionist.get(`${at}/rooms/${room.id}/relations`)).body;
  const state = Object.fromEntries(
    relations.map((one: Record<string, unknown>) => [
      one["customerName"],
      [one["role"], one["startsOn"], one["endsOn"], one["share"]],
    ]),
  );
  expect(state).toEqual({
    张伟: ["OWNER", "2020-01-01", "2025-06-17", null],
    家属乙: ["FAMILY", "2025-01-01", "2025-06-17", null],
    租户甲: ["TENANT", "2025-01-01", null, null],
    王芳: ["OWNER", "2025-06-18", null, "60"],
    王强: ["OWNER", "2025-06-18", null, "40"],
  });
  expect(
    payers.map((one: Record<string, unknown>) => [one["customerName"], one["startsOn"], one["endsOn"]]).sort(),
  ).toEqual([
    ["张伟", "2025-01-01", "2025-06-17"],
    ["王强", "2025-06-18", null],
  ]);
  const told = await app.db.query<{ entity: string; entity_id: string }[]>(
    "SELECT entity, entity_id FROM audit_log WHERE project_id = $1 AND action = 'transfer.complete'",
    [projectId],
  );
  expect(told.map(({ entity_id }) => entity_id).sort()).toEqual(
    [saved.id, room.id, seller.id, buyer.id, second.id].sort(),
  );
  expect((await receptionist.get(`${at}/transfers?q=王强`)).body.items).toMatchObject([{ id: saved.id }]);
});

test("a co-owner who takes over the rest goes on with his new share", async () => {
  const sold = await aSoldRoom(app, { months: ["2025-07", "2025-07"] });
  const { at, room, seller, receptionist } = sold;
  await app.db.query("UPDATE room_relation SET share = 50 WHERE project_id = $1 AND customer_id = $2", [
    sold.projectId,
    seller.id,
  ]);
  const wife = await savedOwner(app, room, { name: "李娜" }, { share: "50" });
  await savedPayer(app, room, { customerId: wife.id });
  const { relations } = (await receptionist.post(`${at}/transfers`, { roomId: room.id })).body;
  const stays = relations.find((one: { customerId: string }) => one.customerId === wife.id).relationId;
  const [draft] = (await receptionist.get(`${at}/transfers`)).body.items;
  const body = aDraft(sold, 1, {
    reason: "DIVORCE",
    owners: [{ customerId: wife.id, share: "100" }],
    relations: [{ relationId: stays, choice: "STAY" }],
  });
  await receptionist.put(`${at}/transfers/${draft.id}`, body);
  await uploaded(sold, draft.id);
  const ready = (await receptionist.post(`${at}/transfers/${draft.id}/submit`, { version: 2 })).body;
  expect(ready.open).toEqual([]);
  expect((await receptionist.post(`${at}/transfers/${draft.id}/complete`, { version: ready.version })).status).toBe(
    200,
  );
  const after = (await receptionist.get(`${at}/rooms/${room.id}/relations`)).body.relations;
  const lasting = after.filter(({ endsOn }: { endsOn: string | null }) => endsOn === null);
  expect(lasting).toMatchObject([{ customerName: "李娜", share: "100", startsOn: "2025-06-18" }]);
});

describe("what stays open needs a second person", () => {
  test("without approval it is refused with the list; the requester cannot approve; a refusal returns it", async () => {
    const sold = await aSoldRoom(app);
    const { at, receptionist, manager } = sold;
    const ready = await submitted(sold);
    expect(ready.open).toMatchObject([{ label: "原业主还欠", amountFen: 84864 }]);
    const direct = await receptionist.post(`${at}/transfers/${ready.id}/complete`, { version: ready.version });
    expect(direct.body).toMatchObject({ status: 409, code: "TRANSFER_OPEN" });
    const body = { version: ready.version, reason: "双方同意" };
    const asked = (await manager.post(`${at}/transfers/${ready.id}/request-approval`, body)).body;
    expect(asked.status).toBe("PENDING");
    const own = await manager.post(`${at}/approvals/${asked.approvalId}/approve`, {});
    expect(own.body).toMatchObject({ status: 409, code: "APPROVAL_OWN" });
    const early = await receptionist.post(`${at}/transfers/${ready.id}/complete`, { version: asked.version });
    expect(early.body).toMatchObject({ status: 409, code: "TRANSFER_STATE" });
    const reviewer = await app.asRole("FINANCE_REVIEWER", sold.projectId);
    const refused = await reviewer.post(`${at}/approvals/${asked.approvalId}/reject`, { reason: "先收清欠费" });
    expect(refused.status).toBe(200);
    expect((await receptionist.get(`${at}/transfers/${ready.id}`)).body.status).toBe("SETTLING");
  });

  test("once everything is paid it completes without approval", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-05", "2025-05"] });
    const { at, receptionist, seller } = sold;
    const ready = await submitted(sold);
    await sold.pay(seller.id, await sold.charges());
    const done = await receptionist.post(`${at}/transfers/${ready.id}/complete`, { version: ready.version });
    expect(done.body).toMatchObject({ status: "COMPLETED", completedByName: "客服接待" });
  });
});

describe("debts and prepayments by agreement", () => {
  test("the new owner assumes the debts: reversed and issued anew to him, with their days and due dates", async () => {
    const sold = await aSoldRoom(app);
    const { projectId, seller, buyer } = sold;
    const before = await sold.charges();
    await transferred(sold, { arrears: "ASSUMED" });
    expect(await sold.owes(seller.id)).toBe(0);
    expect(await sold.owes(buyer.id)).toBe(3 * 33064);
    const april = (await sold.charges()).find(({ period, payerId }) => period === "2025-04" && payerId === buyer.id);
    const { serviceFrom, serviceTo } = before.find(({ period }) => period === "2025-04")!;
    expect(april).toMatchObject({ serviceFrom, serviceTo, openFen: 33064, dueOn: "2025-04-20" });
    await checkInvariants(app.db, projectId);
  });

  test("the rest of the prepayment is carried over by two movements that cancel", async () => {
    const sold = await aSoldRoom(app, { prepaid: 100_000 });
    const { at, projectId, buyer, cashier } = sold;
    const done = await transferred(sold, { prepayment: "CARRY_OVER" });
    const { items } = (await cashier.get(`${at}/prepayments?withBalance=true`)).body;
    expect(items).toMatchObject([{ customerId: buyer.id, balanceFen: 15136 }]);
    const moves = (await cashier.get(`${at}/prepayments/${items[0].id}/movements`)).body.items;
    expect(moves).toMatchObject([{ source: "CARRY_OVER", amountFen: 15136, documentNo: done.number }]);
    await checkInvariants(app.db, projectId);
  });

  test.each([
    ["paid back", "REFUND", { refundFen: 3_000, carriedFen: 0 }],
    ["carried over", "CARRY_OVER", { refundFen: 0, carriedFen: 3_000 }],
  ] as const)(
    "what was asked back before stays the seller's; only the rest is offset and %s",
    async (_how, prepayment, rest) => {
      // 84,864 is owed for the days to the transfer
      const sold = await aSoldRoom(app, { prepaid: 84_864 + 3_000 + 20_000 });
      const { at, projectId, seller, buyer, cashier, receptionist } = sold;
      const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], projectId);
      const accounts = async () => (await asker.get(`${at}/prepayments?withBalance=true`)).body.items;
      const [{ id: sourceId }] = await accounts();
      const request = { source: "PREPAYMENT", sourceId, amountFen: 20_000, method: "CASH", reason: "搬离小区" };
      const asked = await asker.post(`${at}/refund-requests`, { ...request, id: newId() });
      expect(asked.status).toBe(201);

      const { id } = await transferred(sold, { prepayment });
      const settlement = (await receptionist.get(`${at}/transfers/${id}/settlement`)).body;
      expect(settlement).toMatchObject({ offsetFen: 84_864, oldRestFen: 0, askedBackFen: 20_000, ...rest });
      expect(settlement.prepayments).toMatchObject([{ balanceFen: 107_864, askedBackFen: 20_000, offsetFen: 84_864 }]);
      const left = (await accounts()).map((one: { customerId: string; balanceFen: number }) => [
        one.customerId,
        one.balanceFen,
      ]);
      expect(left).toEqual(
        prepayment === "REFUND"
          ? [[seller.id, 23_000]]
          : expect.arrayContaining([
              [seller.id, 20_000],
              [buyer.id, 3_000],
            ]),
      );
      const promised = (await cashier.get(`${at}/prepayment-refunds`)).body.items;
      expect(promised.map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual(
        prepayment === "REFUND" ? [3_000] : [],
      );

      const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], projectId);
      expect((await approver.post(`${at}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
      const refunder = await app.as(["billing:read", "billing:refund"], projectId);
      expect((await refunder.post(`${at}/refund-requests/${asked.body.id}/pay`, {})).body.status).toBe("PAID");
      await checkInvariants(app.db, projectId);
    },
  );

  test("the agreement must be on file", async () => {
    const sold = await aSoldRoom(app);
    const { at, room, receptionist } = sold;
    const { id } = (await receptionist.post(`${at}/transfers`, { roomId: room.id })).body;
    await uploaded(sold, id);
    const saved = await receptionist.put(`${at}/transfers/${id}`, aDraft(sold, 1, { arrears: "ASSUMED" }));
    expect(saved.body.missing).toEqual(["请上传双方签署的协议"]);
    await uploaded(sold, id, "AGREEMENT");
    expect((await receptionist.get(`${at}/transfers/${id}`)).body.missing).toEqual([]);
  });

  test("a refund is paid by another person than who asked, once, with a number and a movement", async () => {
    const sold = await aSoldRoom(app, { prepaid: 100_000 });
    const { at, projectId, seller } = sold;
    await transferred(sold);
    const payer = await app.asRole("FINANCE_REVIEWER", projectId);
    const [refund] = (await payer.get(`${at}/prepayment-refunds?status=OPEN`)).body.items;
    expect(refund).toMatchObject({ customerId: seller.id, amountFen: 15136, refundNo: null });
    const url = `${at}/prepayment-refunds/${refund.id}/pay`;
    expect((await sold.cashier.post(url, { method: "CASH" })).status).toBe(403);
    expect((await payer.post(url, { method: "TRANSFER" })).body.fields).toEqual({ referenceNo: ["转账请填写凭证号"] });
    const both = await Promise.all([payer.post(url, { method: "CASH" }), payer.post(url, { method: "CASH" })]);
    expect(both.map(({ status, body }) => [status, body.status, body.refundNo])).toEqual([
      [200, "PAID", "TK000001"],
      [200, "PAID", "TK000001"],
    ]);
    expect((await payer.get(`${at}/refunds`)).body.items).toMatchObject([
      { refundNo: "TK000001", redReceiptNo: null, payerName: "张伟" },
    ]);
    expect((await payer.get(`${at}/prepayments?withBalance=true`)).body.items).toEqual([]);
    await checkInvariants(app.db, projectId);
  });

  test("neither who approved the transfer with its refund nor who asked for it pays it", async () => {
    const sold = await aSoldRoom(app, { prepaid: 100_000 });
    const { at, projectId } = sold;
    const ready = await submitted(sold);
    const body = { version: ready.version, reason: "退款" };
    const asker = await app.as(
      ["property:read", "customer:read", "customer:transfer", "billing:read", "billing:refund"],
      projectId,
    );
    const { approvalId } = (await asker.post(`${at}/transfers/${ready.id}/request-approval`, body)).body;
    const reviewer = await app.asRole("FINANCE_REVIEWER", projectId);
    expect((await reviewer.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
    const [refund] = (await reviewer.get(`${at}/prepayment-refunds`)).body.items;
    for (const by of [reviewer, asker]) {
      const own = await by.post(`${at}/prepayment-refunds/${refund.id}/pay`, { method: "CASH" });
      expect(own.body).toMatchObject({ status: 409, code: "SAME_PERSON" });
    }
    const cancelled = await reviewer.post(`${at}/prepayment-refunds/${refund.id}/cancel`, { reason: "业主改为留用" });
    expect(cancelled.body.status).toBe("CANCELLED");
  });

  test("who drafted the transfer neither approves it, though another asks, nor pays its refund", async () => {
    const sold = await aSoldRoom(app, { prepaid: 100_000 });
    const { at, projectId, receptionist, manager } = sold;
    const drafter = await app.as(
      [
        "property:read",
        "customer:read",
        "customer:transfer",
        "customer:approve-transfer",
        "billing:read",
        "billing:refund",
      ],
      projectId,
    );
    const { id, version } = await submitted({ ...sold, receptionist: drafter });
    const { approvalId } = (
      await receptionist.post(`${at}/transfers/${id}/request-approval`, { version, reason: "退款" })
    ).body;
    const own = await drafter.post(`${at}/approvals/${approvalId}/approve`, {});
    expect(own).toMatchObject({ status: 409, body: { code: "SAME_PERSON", detail: expect.stringContaining("起草") } });
    expect((await manager.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
    const [refund] = (await drafter.get(`${at}/prepayment-refunds`)).body.items;
    const url = `${at}/prepayment-refunds/${refund.id}/pay`;
    expect((await drafter.post(url, { method: "CASH" })).body).toMatchObject({ status: 409, code: "SAME_PERSON" });
    const reviewer = await app.asRole("FINANCE_REVIEWER", projectId);
    expect((await reviewer.post(url, { method: "CASH" })).status).toBe(200);
  });

  test("a refund from before refunds were reviewed is not paid: cancelled, it is asked for as any other", async () => {
    const sold = await aSoldRoom(app, { prepaid: 100_000 });
    const { at, projectId } = sold;
    await transferred(sold);
    await app.db.query("UPDATE prepayment_refund SET transfer_asked_by = NULL WHERE project_id = $1", [projectId]);
    const reviewer = await app.asRole("FINANCE_REVIEWER", projectId);
    const [refund] = (await reviewer.get(`${at}/prepayment-refunds?status=OPEN`)).body.items;
    const url = `${at}/prepayment-refunds/${refund.id}`;
    expect((await reviewer.post(`${url}/pay`, { method: "CASH" })).body).toMatchObject({
      status: 409,
      code: "REFUND_NOT_REVIEWED",
      detail: expect.stringMatching(/取消退还.*申请退款/),
    });
    expect((await reviewer.post(`${url}/cancel`, { reason: "改为申请退款" })).body.status).toBe("CANCELLED");
    await checkInvariants(app.db, projectId);
  });
});

describe("both sides get their sheet", () => {
  test("with days, sums and capitals, also as PDF; not before completion", async () => {
    const sold = await aSoldRoom(app, { prepaid: 52_000 });
    const { at, receptionist } = sold;
    const draft = await drafted(sold, { readings: [{ kind: "WATER", meterNo: "W-1", reading: "128.5" }] });
    expect((await receptionist.get(`${at}/transfers/${draft.id}/sheets/OLD`)).body.code).toBe("TRANSFER_STATE");
    const ready = (await receptionist.post(`${at}/transfers/${draft.id}/submit`, { version: draft.version })).body;
    const body = { version: ready.version, reason: "双方同意" };
    const { approvalId } = (await receptionist.post(`${at}/transfers/${draft.id}/request-approval`, body)).body;
    await sold.manager.post(`${at}/approvals/${approvalId}/approve`, {});
    const old = (await receptionist.get(`${at}/transfers/${draft.id}/sheets/OLD`)).body;
    expect(old).toMatchObject({
      side: "OLD",
      totalFen: 32864,
      totalInWords: "叁佰贰拾捌元陆角肆分",
      readings: [{ reading: "128.5" }],
    });
    expect(
      old.lines.map((one: Record<string, unknown>) => [one["from"], one["to"], one["days"], one["openFen"]]),
    ).toEqual([
      ["2025-04-01", "2025-04-30", 30, 33064],
      ["2025-05-01", "2025-05-31", 31, 33064],
      ["2025-06-01", "2025-06-17", 17, 18736],
    ]);
    const next = (await receptionist.get(`${at}/transfers/${draft.id}/sheets/NEW`)).body;
    expect(next).toMatchObject({
      side: "NEW",
      totalFen: 14328,
      lines: [{ from: "2025-06-18", to: "2025-06-30", days: 13 }],
    });
    for (const side of ["OLD", "NEW"]) {
      const pdf = await receptionist.post(`${at}/transfers/${draft.id}/sheets/${side}/pdf`);
      expect(pdf.status).toBe(200);
      expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });
});

describe("two at once", () => {
  test("one transfer of a room at a time", async () => {
    const { at, room, receptionist } = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const replies = await Promise.all([1, 2].map(() => receptionist.post(`${at}/transfers`, { roomId: room.id })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe("TRANSFER_IN_PROGRESS");
  });

  test("two completions have one winner", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-05", "2025-05"] });
    const { at, projectId, receptionist, seller } = sold;
    await sold.pay(seller.id, await sold.charges());
    const { id, version } = await submitted(sold);
    const replies = await Promise.all(
      [1, 2, 3].map(() => receptionist.post(`${at}/transfers/${id}/complete`, { version })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await checkInvariants(app.db, projectId);
  });

  test("a payment at the desk beside the completion: consistent whoever comes first", async () => {
    for (const prepaid of [0, 52_000, 0, 52_000]) {
      const sold = await aSoldRoom(app, { prepaid });
      const { at, projectId, receptionist, manager, seller, buyer } = sold;
      const { id, version } = await submitted(sold);
      const body = { version, reason: "双方同意" };
      const { approvalId } = (await receptionist.post(`${at}/transfers/${id}/request-approval`, body)).body;
      const due = await sold.charges();
      const [payment, approval] = await Promise.all([
        sold.pay(seller.id, due),
        manager.post(`${at}/approvals/${approvalId}/approve`, {}),
      ]);
      expect(approval.status).toBe(200);
      const { settleFen } = (await receptionist.get(`${at}/transfers/${id}/settlement`)).body;
      if (payment.status === 201)
        expect([await sold.owes(seller.id), await sold.owes(buyer.id), settleFen]).toEqual([0, 0, 14328]);
      else {
        expect(payment.body).toMatchObject({ status: 409 });
        expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([84864 - prepaid, 14328]);
      }
      await checkInvariants(app.db, projectId);
    }
  });
});

describe("refused", () => {
  test.each([
    ["31 February", { transferOn: "2025-02-31" }, 400],
    ["an unknown reason", { reason: "SWAP" }, 400],
    ["an unknown field", { price: 1 }, 400],
    ["emoji in the remark", { remark: "好的😀" }, 400],
    ["a remark that is too long", { remark: "长".repeat(501) }, 400],
    ["full-width digits as a reading", { readings: [{ kind: "WATER", meterNo: "1", reading: "１２" }] }, 400],
    ["owners that are no list", { owners: "王芳" }, 400],
    ["a version that is no number", { version: "1" }, 400],
  ])("%s", async (_what, overrides, status) => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const { at, room, receptionist } = sold;
    const { id } = (await receptionist.post(`${at}/transfers`, { roomId: room.id })).body;
    const reply = await receptionist.put(`${at}/transfers/${id}`, { ...aDraft(sold, 1), ...overrides });
    expect(reply.status).toBe(status);
    expect((await receptionist.get(`${at}/transfers/${id}`)).body).toMatchObject({ version: 1, transferOn: null });
  });

  test("shares over 100 %, shares that do not come to 100, the same person twice, a customer of another project", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const { at, room, receptionist, buyer, projectId } = sold;
    const { id } = (await receptionist.post(`${at}/transfers`, { roomId: room.id })).body;
    const other = await savedCustomer(app, projectId);
    const foreign = await savedCustomer(app, (await savedProject(app)).id);
    const save = (owners: object[], version = 1) =>
      receptionist.put(`${at}/transfers/${id}`, { ...aDraft(sold, version), owners });
    const over = await save([
      { customerId: buyer.id, share: "60" },
      { customerId: other.id, share: "40.0001" },
    ]);
    expect(over.body).toMatchObject({ status: 400, fields: { owners: ["新业主的产权份额合计 100.0001%，超过 100%"] } });
    expect((await save([{ customerId: buyer.id }, { customerId: buyer.id }])).status).toBe(400);
    expect((await save([{ customerId: foreign.id }])).status).toBe(404);
    const short = await save([{ customerId: buyer.id, share: "60" }]);
    expect(short.body.missing).toContain("过户后各业主的产权份额合计 60%，应为 100%");
  });

  test("to the same owner", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const draft = await drafted(sold, { owners: [{ customerId: sold.seller.id }] });
    expect(draft.missing).toContain("新业主与原业主相同，没有人离开，不需要过户");
    const reply = await sold.receptionist.post(`${sold.at}/transfers/${draft.id}/submit`, { version: draft.version });
    expect(reply.body).toMatchObject({ status: 409, code: "TRANSFER_INCOMPLETE" });
  });

  test.each([
    ["the day the owner began", "2020-01-01", "张伟自 2020-01-01 才成为业主，过户日期必须晚于这一天"],
    ["a day before he began", "2019-12-31", "张伟自 2020-01-01 才成为业主，过户日期必须晚于这一天"],
    ["a day to come", "2025-06-19", "过户日期 2025-06-19 还没有到，到当天才能办结"],
  ])("%s", async (_what, transferOn, label) => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const draft = await drafted(sold, { transferOn });
    expect(draft.blocks).toContainEqual(expect.objectContaining({ label }));
    const reply = await sold.receptionist.post(`${sold.at}/transfers/${draft.id}/submit`, { version: draft.version });
    expect(reply.body).toMatchObject({ status: 409, code: "TRANSFER_BLOCKED" });
  });

  test("a closed month, also when it is closed after the draft was submitted", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-05", "2025-05"] });
    const { at, projectId, receptionist, seller } = sold;
    await sold.pay(seller.id, await sold.charges());
    const { id, version } = await submitted(sold, { transferOn: "2025-05-18" });
    await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2025-05'", [
      projectId,
    ]);
    const { blocks } = (await receptionist.get(`${at}/transfers/${id}`)).body;
    expect(blocks).toMatchObject([{ label: "过户日期 2025-05-18 所在的 2025-05 已月结" }]);
    const reply = await receptionist.post(`${at}/transfers/${id}/complete`, { version });
    expect(reply.body).toMatchObject({ status: 409, code: "TRANSFER_BLOCKED" });
  });

  test("while another request about the room waits for its approval", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const { at, projectId, room, receptionist } = sold;
    const draft = await drafted(sold);
    const actor = { userId: newId(), name: "小林", ip: "127.0.0.1", requestId: "test" };
    await app.db.transaction((tx) =>
      app.app.get(ApprovalsService).request(tx, actor, {
        projectId,
        kind: "room.areas",
        title: "收费面积改为 100",
        reason: "实测",
        subjectType: "room",
        subjectId: room.id,
        payload: {},
        lines: [],
      }),
    );
    const { blocks } = (await receptionist.get(`${at}/transfers/${draft.id}`)).body;
    expect(blocks).toMatchObject([{ label: "房间面积变更待审批", detail: "收费面积改为 100，申请人 小林" }]);
    const reply = await receptionist.post(`${at}/transfers/${draft.id}/submit`, { version: draft.version });
    expect(reply.body.code).toBe("TRANSFER_BLOCKED");
  });

  test("steps out of order, without the right, in another project", async () => {
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
    const { at, cashier, receptionist, room } = sold;
    const draft = await drafted(sold);
    const url = `${at}/transfers/${draft.id}`;
    expect((await receptionist.post(`${url}/complete`, { version: draft.version })).body.code).toBe("TRANSFER_STATE");
    expect((await cashier.post(`${at}/transfers`, { roomId: room.id })).status).toBe(403);
    const cancelled = await receptionist.post(`${url}/cancel`, { version: draft.version, reason: "客户取消" });
    expect(cancelled.body).toMatchObject({ status: "CANCELLED", cancelReason: "客户取消" });
    expect((await receptionist.post(`${url}/submit`, { version: draft.version + 1 })).body.code).toBe("TRANSFER_STATE");
    expect((await uploaded(sold, draft.id)).body.code).toBe("TRANSFER_STATE");
    const elsewhere = await savedProject(app);
    const stranger = await app.asRole("RECEPTIONIST", elsewhere.id);
    expect((await stranger.get(`/projects/${elsewhere.id}/transfers/${draft.id}`)).status).toBe(404);
    expect((await receptionist.post(`${at}/transfers`, { roomId: room.id })).status).toBe(201);
  });
});
