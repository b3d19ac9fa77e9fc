import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCharge } from "../../billing/billing.factories.js";
import { aDesk, aReceipt } from "../../billing/receipts.factories.js";
import { newId } from "../../common/ids.js";
import { aVehicle } from "../../parking/vehicles/vehicles.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { anIdNumber, savedCustomer, savedOwner, savedPayer, savedRelation } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const reason = "同一人重复录入";

/** A community with somebody who may merge, and two entries of one person: each owns a room. */
async function twice(overrides: { older?: object; newer?: object } = {}) {
  const desk = await aDesk(app);
  const { projectId } = desk;
  const [room, other] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
  const older = await savedOwner(app, room, { name: "沈一舟", mobile: "13700000001", ...overrides.older });
  const newer = await savedOwner(app, other, { name: "沈一舟", mobile: "13700000002", ...overrides.newer });
  const manager = await app.as(
    ["customer:read", "customer:write", "customer:merge", "billing:read", "property:read", "property:write"],
    projectId,
  );
  const url = `/projects/${projectId}`;
  const pair = { survivorId: older.id, mergedId: newer.id };
  app.clock.set("2026-03-11");
  const merge = async (body: object = pair) => manager.post(`${url}/customer-merges`, { ...body, reason });
  const undo = (id: string) => manager.post(`${url}/customer-merges/${id}/undo`, { reason: "合并错了" });
  return { desk, projectId, room, other, older, newer, manager, url, pair, merge, undo };
}

/** Everything a merge touches, to be compared before and after an undo. */
async function stateOf(projectId: string) {
  const tables: [string, string][] = [
    ["customer", "id"],
    ["room_relation", "id"],
    ["payer", "id"],
    ["customer_phone", "id"],
    ["customer_address", "id"],
    ["customer_invoice_title", "id"],
    ["customer_contact", "id"],
    ["tagged_customer", "tag_id"],
  ];
  const rows = await Promise.all(
    tables.map(([table, key]) =>
      app.db.query(`SELECT * FROM ${table} WHERE project_id = $1 ORDER BY ${key}, 2`, [projectId]),
    ),
  );
  return Object.fromEntries(tables.map(([table], index) => [table, rows[index]]));
}

describe("duplicates", () => {
  test("are found by name and telephone, name and room, or telephone; two documents are two people", async () => {
    const project = await savedProject(app);
    const room = await savedRoom(app, project.id);
    const saved = (name: string, mobile: string, more: object = {}) =>
      savedCustomer(app, project.id, { name, mobile, ...more });
    const [a, b] = [await saved("甲一", "13711110001"), await saved("甲一", "13711110001")];
    const [c, d] = [
      await savedOwner(app, room, { name: "乙二", mobile: "13711110002" }),
      await savedOwner(app, room, { name: "乙二", mobile: "13711110003" }),
    ];
    const [e, f] = [await saved("丙三", "13711110004"), await saved("丁四", "13711110004")];
    await saved("戊五", "13711110005", { idNumber: anIdNumber() });
    await saved("戊五", "13711110005", { idNumber: anIdNumber() });
    const manager = await app.as(["customer:read", "customer:merge"], project.id);
    const url = `/projects/${project.id}/customer-duplicates`;
    const seen: object[] = [];
    let cursor = "";
    do {
      const { body } = await manager.get(`${url}?pageSize=2${cursor && `&cursor=${cursor}`}`);
      seen.push(
        ...body.items.map((one: { by: string; older: { id: string }; newer: { id: string } }) => [
          one.by,
          one.older.id,
          one.newer.id,
        ]),
      );
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      ["NAME_PHONE", a.id, b.id],
      ["NAME_ROOM", c.id, d.id],
      ["PHONE", e.id, f.id],
    ]);
    const { body } = await manager.get(`${url}?by=PHONE`);
    expect(body.items).toMatchObject([{ by: "PHONE", older: { mobileMasked: "137****0004" } }]);
    const clerk = await app.as(["customer:read", "customer:write"], project.id);
    expect((await clerk.get(url)).status).toBe(403);
  });
});

describe("a merge", () => {
  test("shows before what moves, changes nothing by showing, and moves exactly that", async () => {
    const { projectId, manager, url, pair, merge, older, newer, other } = await twice();
    await savedPayer(app, other, { customerId: newer.id });
    await manager.post(`${url}/customers/${newer.id}/addresses`, { kind: "POSTAL", text: "旧址 1 号" });
    const before = await stateOf(projectId);
    const { status, body } = await manager.post(`${url}/customer-merges/preview`, pair);
    expect(status).toBe(200);
    expect(body).toMatchObject({ refusals: [], conflicts: [], survivor: { id: older.id }, merged: { id: newer.id } });
    expect(body.moves).toEqual(
      expect.arrayContaining([
        { what: "客房关系", count: 1, amountFen: null },
        { what: "收费对象", count: 1, amountFen: null },
        { what: "地址", count: 1, amountFen: null },
        { what: "电话", count: 1, amountFen: null },
      ]),
    );
    expect(await stateOf(projectId)).toEqual(before);

    expect((await merge()).status).toBe(201);
    const { body: page } = await manager.get(`${url}/customers/${older.id}`);
    expect(page.relations).toHaveLength(2);
    expect(page.payers).toMatchObject([{ roomId: other.id }]);
    expect((await manager.get(`${url}/customers/${newer.id}`)).body).toMatchObject({
      mergedIntoId: older.id,
      relations: [],
    });
    const list = await manager.get(`${url}/customers?q=${newer.number}`);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([older.id]);
    const details = await manager.get(`${url}/customers/${older.id}/details`);
    expect(
      details.body.phones.map((phone: { numberMasked: string; isMain: boolean }) => [phone.numberMasked, phone.isMain]),
    ).toEqual([
      ["137****0001", true],
      ["137****0002", false],
    ]);
    const history = await app.db.query(
      "SELECT entity_id FROM audit_log WHERE action = 'customer.merge' AND project_id = $1",
      [projectId],
    );
    expect(history.map((row: { entity_id: string }) => row.entity_id)).toEqual(
      expect.arrayContaining([older.id, newer.id, other.id]),
    );
  });

  test("makes one of a vehicle that both hold, and two again with the undo", async () => {
    const { projectId, url, merge, undo, older, newer, room } = await twice();
    const guard = await app.as(["parking:read", "parking:write", "customer:read", "property:read"], projectId);
    const vehicle = await guard.post(`${url}/vehicles`, aVehicle(older, { roomId: room.id }));
    const use = { role: "USER", customerId: newer.id, roomId: room.id, rank: "SECOND", kind: "MONTHLY" };
    const added = await guard.post(`${url}/vehicles/${vehicle.body.id}/relations`, { ...use, startsOn: "2026-02-01" });
    expect(added.status).toBe(201);
    const held = async () => {
      const { body } = await guard.get(`${url}/vehicles/${vehicle.body.id}`);
      return body.relations.map((one: { role: string; customerId: string }) => [one.role, one.customerId]).toSorted();
    };
    const before = await held();
    expect(before).toHaveLength(2);
    const { body } = await merge();
    expect(await held()).toEqual([["OWNER", older.id]]);
    expect((await undo(body.id)).status).toBe(204);
    expect(await held()).toEqual(before);
  });

  test.each<[string, object, object]>([
    ["the main car", { rank: "SECOND" }, { rank: "MAIN" }],
    ["the ground on which a car parks", { kind: "MONTHLY" }, { kind: "OWNED" }],
  ])("does not lose %s", async (_what, hers, his) => {
    const { projectId, url, merge, older, newer, room } = await twice();
    const guard = await app.as(["parking:read", "parking:write", "customer:read", "property:read"], projectId);
    const vehicle = await guard.post(`${url}/vehicles`, aVehicle(older, { roomId: room.id, ...hers }));
    const use = { role: "USER", customerId: newer.id, roomId: room.id, rank: "SECOND", kind: "MONTHLY", ...his };
    const at = `${url}/vehicles/${vehicle.body.id}`;
    expect((await guard.post(`${at}/relations`, { ...use, startsOn: "2026-02-01" })).status).toBe(201);
    expect((await merge()).status).toBe(201);
    expect((await guard.get(at)).body.relations).toEqual(
      expect.arrayContaining([expect.objectContaining({ customerId: older.id, role: "USER", ...his })]),
    );
  });

  test("leaves the ledger alone and shows its money under the survivor: sums, desk, lists, a payment", async () => {
    const { desk, projectId, manager, url, merge, older, newer, room, other } = await twice();
    const owed = (at: { id: string; projectId: string }, payerId: string, amountFen: number) =>
      savedCharge(app, at, { payerId, feeItemId: desk.feeItem.id, amountFen, dueOn: "2026-01-20", period: "2026-01" });
    app.clock.set("2026-03-10");
    const mine = await owed(room, older.id, 1_000);
    const theirs = await owed(other, newer.id, 2_000);
    const paidAhead = (payerId: string, amountFen: number) =>
      desk.cashier.post(`${url}/receipts`, aReceipt(payerId, [], { prepayment: { roomId: other.id, amountFen } }));
    expect((await paidAhead(newer.id, 500)).status).toBe(201);
    expect((await paidAhead(older.id, 300)).status).toBe(201);
    app.clock.set("2026-03-11");
    expect((await merge()).status).toBe(201);

    expect((await manager.get(`${url}/customers/${older.id}`)).body.openFen).toBe(3_000);
    const { body: account } = await desk.cashier.get(`${url}/desk?customerId=${older.id}`);
    expect(account.accounts).toMatchObject([{ payerId: older.id, openFen: 3_000, prepaymentFen: 800 }]);
    expect(account.accounts[0].receipts).toHaveLength(2);
    const { body: atRoom } = await desk.cashier.get(`${url}/desk?roomId=${other.id}`);
    expect(atRoom.accounts.map(({ payerId }: { payerId: string }) => payerId)).toEqual([older.id]);
    const search = await desk.cashier.get(`${url}/desk/search?q=${encodeURIComponent("沈一舟")}`);
    expect(search.body.items.filter(({ kind }: { kind: string }) => kind === "CUSTOMER")).toMatchObject([
      { id: older.id, openFen: 3_000 },
    ]);
    const charges = await manager.get(`${url}/charges?payerId=${older.id}`);
    expect(charges.body.items.map(({ payerId }: { payerId: string }) => payerId)).toEqual([older.id, older.id]);
    const arrears = await manager.get(`${url}/arrears?payerId=${older.id}`);
    expect(
      arrears.body.items
        .map(({ payerId, openFen }: { payerId: string; openFen: number }) => [payerId, openFen])
        .toSorted(),
    ).toEqual([
      [older.id, 1_000],
      [older.id, 2_000],
    ]);
    const receipts = await manager.get(`${url}/receipts?payerId=${older.id}`);
    expect(receipts.body.items.map(({ payerId }: { payerId: string }) => payerId)).toEqual([older.id, older.id]);
    const prepayments = await manager.get(`${url}/prepayments?customerId=${older.id}`);
    expect(prepayments.body).toMatchObject({
      balanceFen: 800,
      items: [{ customerId: older.id }, { customerId: older.id }],
    });

    const refused = await desk.cashier.post(`${url}/receipts`, aReceipt(newer.id, [theirs]));
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "CUSTOMER_MERGED", details: { customerId: older.id } },
    });
    const id = newId();
    const paid = await desk.cashier.post(`${url}/receipts`, {
      id,
      payerId: older.id,
      lines: [
        { chargeId: mine.id, amountFen: 1_000 },
        { chargeId: theirs.id, amountFen: 2_000 },
      ],
      methods: [
        { method: "PREPAYMENT", tenderedFen: 700, roomId: other.id },
        { method: "CASH", tenderedFen: 2_300 },
      ],
    });
    expect(paid.status).toBe(201);
    expect((await manager.get(`${url}/prepayments?customerId=${older.id}`)).body.balanceFen).toBe(100);
    await checkInvariants(app.db, projectId);
    const reviewer = await app.as(["billing:read", "billing:reverse"], projectId);
    expect((await reviewer.post(`${url}/receipts/${id}/reverse`, { reason: "录错了" })).status).toBe(201);
    expect((await manager.get(`${url}/prepayments?customerId=${older.id}`)).body.balanceFen).toBe(800);
    await checkInvariants(app.db, projectId);
  });

  test("keeps the survivor's row where both are the same to the same room, and the rest of the days", async () => {
    const { manager, url, pair, merge, older, newer, room } = await twice();
    await savedRelation(app, room, {
      customerId: newer.id,
      startsOn: "2018-01-01",
      share: "40",
      isPrimaryContact: true,
    });
    const { body } = await manager.post(`${url}/customer-merges/preview`, pair);
    expect(body.conflicts).toEqual([
      {
        what: `房间 ${room.code} 的业主`,
        survivor: "2020-01-01 至今",
        merged: "2018-01-01 至今",
        resolution: "重叠的日子以保留的客户为准，其余（2018-01-01 至 2019-12-31）并入",
      },
    ]);
    await merge();
    const { body: of } = await manager.get(`${url}/rooms/${room.id}/relations`);
    expect(
      of.relations.map(
        (one: { customerId: string; startsOn: string; endsOn: string | null; isPrimaryContact: boolean }) => [
          one.customerId,
          one.startsOn,
          one.endsOn,
          one.isPrimaryContact,
        ],
      ),
    ).toEqual([
      [older.id, "2020-01-01", null, true],
      [older.id, "2018-01-01", "2019-12-31", false],
    ]);
  });

  test("fills what the survivor lacks, the document too; a later import finds him under both names", async () => {
    const idNumber = anIdNumber();
    const { manager, url, merge, older } = await twice({
      older: { address: null, emergencyName: null },
      newer: { name: "沈一州", idNumber, address: "科技路 1 号", emergencyName: "沈晓", noMarketing: true },
    });
    await merge();
    const { body } = await manager.get(`${url}/customers/${older.id}`);
    expect(body).toMatchObject({ name: "沈一舟", address: "科技路 1 号", emergencyName: "沈晓", incomplete: [] });
    expect((await manager.post(`${url}/customers/matches`, { idNumber })).body.items).toMatchObject([{ id: older.id }]);
    const search = await manager.get(`${url}/customers?q=${encodeURIComponent("沈一州")}`);
    expect(search.body.items).toMatchObject([{ id: older.id }]);
  });

  test.each<[string, Parameters<typeof twice>[0], string]>([
    ["two documents", { older: { idNumber: anIdNumber() }, newer: { idNumber: anIdNumber() } }, "证件号码不同"],
    ["a person and a company", { newer: { kind: "COMPANY" } }, "个人与公司不能合并"],
  ])("is refused with %s", async (_what, overrides, sentence) => {
    const { projectId, merge, manager, url, pair } = await twice(overrides);
    const before = await stateOf(projectId);
    const reply = await merge();
    expect(reply).toMatchObject({ status: 409, body: { code: "MERGE_REFUSED" } });
    expect(reply.body.detail).toContain(sentence);
    expect((await manager.post(`${url}/customer-merges/preview`, pair)).body.refusals[0]).toContain(sentence);
    expect(await stateOf(projectId)).toEqual(before);
  });

  test("needs right and reason, two different customers of this project", async () => {
    const { projectId, manager, url, pair, merge, older } = await twice();
    const clerk = await app.as(["customer:read", "customer:write"], projectId);
    expect((await clerk.post(`${url}/customer-merges`, { ...pair, reason })).status).toBe(403);
    expect((await manager.post(`${url}/customer-merges`, pair)).body.fields.reason).toBeDefined();
    expect((await merge({ survivorId: older.id, mergedId: older.id })).status).toBe(409);
    const foreign = await savedCustomer(app, (await savedProject(app)).id);
    expect((await merge({ survivorId: older.id, mergedId: foreign.id })).status).toBe(404);
  });

  test.each([
    ["the same pair twice", false],
    ["A into B and B into A", true],
  ])("at once, %s: one wins, the other is refused clearly", async (_what, reversed) => {
    const { merge, pair } = await twice();
    const second = reversed ? { survivorId: pair.mergedId, mergedId: pair.survivorId } : pair;
    const replies = await Promise.all([merge(pair), merge(second)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toMatch(/MERGE_REFUSED|BUSY/);
  });

  test("a chain stays flat, and what is merged takes no more work", async () => {
    const { projectId, manager, url, merge, older, newer, room } = await twice();
    const third = await savedCustomer(app, projectId, { name: "沈一舟", mobile: "13700000003" });
    expect((await merge({ survivorId: newer.id, mergedId: third.id })).status).toBe(201);
    expect((await merge()).status).toBe(201);
    expect((await manager.get(`${url}/customers/${third.id}`)).body.mergedIntoId).toBe(older.id);
    const merged = { status: 409, body: { code: "CUSTOMER_MERGED", details: { customerId: older.id } } };
    expect(await manager.post(`${url}/customers/${third.id}/addresses`, { kind: "OTHER", text: "某处" })).toMatchObject(
      merged,
    );
    const relation = { customerId: newer.id, role: "USER", startsOn: "2026-03-11" };
    expect(await manager.post(`${url}/rooms/${room.id}/relations`, relation)).toMatchObject(merged);
  });
});

describe("an undo", () => {
  test("brings back everything as it was, and the money with it", async () => {
    const { desk, projectId, manager, url, merge, undo, older, newer, room, other } = await twice({
      older: { address: null },
      newer: { idNumber: anIdNumber(), address: "科技路 1 号" },
    });
    await savedRelation(app, room, { customerId: newer.id, startsOn: "2018-01-01", endsOn: "2022-12-31" });
    await savedPayer(app, other, { customerId: newer.id });
    const { body: tag } = await manager.post(`${url}/customer-tags`, { name: "VIP", tone: "good" });
    await manager.put(`${url}/customers/${newer.id}/tags`, { tagIds: [tag.id] });
    await manager.post(`${url}/customers/${newer.id}/invoice-titles`, { kind: "PERSONAL", title: "沈一舟" });
    await savedCharge(app, other, {
      payerId: newer.id,
      feeItemId: desk.feeItem.id,
      amountFen: 700,
      dueOn: "2026-01-20",
      period: "2026-01",
    });
    const before = await stateOf(projectId);
    const { body } = await merge();
    app.clock.set("2026-03-12");
    const { body: merges } = await manager.get(`${url}/customers/${older.id}/merges`);
    expect(merges.items).toMatchObject([{ id: body.id, mergedId: newer.id, reason, blockers: [], undoneAt: null }]);
    expect((await undo(body.id)).status).toBe(204);
    expect(await stateOf(projectId)).toEqual(before);
    expect((await manager.get(`${url}/customers/${newer.id}`)).body).toMatchObject({
      mergedIntoId: null,
      openFen: 700,
    });
    expect((await manager.get(`${url}/customers/${older.id}`)).body.openFen).toBe(0);
    expect(await undo(body.id)).toMatchObject({ status: 409, body: { code: "MERGE_UNDONE" } });
    await checkInvariants(app.db, projectId);
  });

  test("is refused once something new hangs on it, and says what", async () => {
    const { desk, merge, undo, older, room, manager, url } = await twice();
    const { body } = await merge();
    app.clock.set("2026-03-12");
    await savedRelation(app, await savedRoom(app, desk.projectId), { customerId: older.id });
    await savedCharge(app, room, {
      payerId: older.id,
      feeItemId: desk.feeItem.id,
      amountFen: 700,
      dueOn: "2026-01-20",
      period: "2026-01",
    });
    const reply = await undo(body.id);
    expect(reply).toMatchObject({
      status: 409,
      body: { code: "MERGE_HELD", details: { blockers: ["新的客房关系 1 条", "新的应收 1 条"] } },
    });
    expect((await manager.get(`${url}/customers/${older.id}/merges`)).body.items[0].blockers).toHaveLength(2);
  });

  test("of an earlier merge waits for the later one", async () => {
    const { projectId, merge, undo, older } = await twice();
    const third = await savedCustomer(app, projectId, { name: "沈一舟", mobile: "13700000003" });
    const first = (await merge()).body.id;
    const second = (await merge({ survivorId: older.id, mergedId: third.id })).body.id;
    expect((await undo(first)).body.details.blockers).toEqual(["之后的合并 1 条"]);
    expect((await undo(second)).status).toBe(204);
    expect((await undo(first)).status).toBe(204);
  });

  test("two at once: one wins", async () => {
    const { merge, undo } = await twice();
    const { body } = await merge();
    const replies = await Promise.all([undo(body.id), undo(body.id)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });
});
