import { startTestApp } from "../../../test/test-app.js";
import { systemActor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedCustomer, savedOwner, savedPayer, savedRelation } from "../customer.factories.js";
import { RelationsService } from "../relations.service.js";
import { lockRoom } from "../room-lock.js";
import { CopyRelationsService } from "./copy-relations.service.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write"], project.id);

type Room = Awaited<ReturnType<typeof savedRoom>>;
interface Shown {
  customerName: string;
  role: string;
  share: string | null;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
}
const aRoom = () => savedRoom(app, project.id);
const of = async (room: Room) => (await clerk.get(`${base}/rooms/${room.id}/relations`)).body;
const set = async (room: Room, from: string, owners: [{ id: string }, string?][], more: object = {}) =>
  clerk.put(`${base}/rooms/${room.id}/owners`, {
    from,
    owners: owners.map(([{ id }, share]) => ({ customerId: id, share: share ?? null })),
    reason: "赠与",
    ownersSeen: (await of(room)).ownersSeen,
    ...more,
  });
/** "甲 60 2020-01-01 2024-05-02", in order of the first day. */
const told = ({ relations }: { relations: Shown[] }) =>
  relations
    .map(({ customerName, share, startsOn, endsOn }) => `${customerName} ${share ?? "-"} ${startsOn} ${endsOn ?? "…"}`)
    .sort();

describe("the owners of a room, changed together from a day on", () => {
  test("take new shares; what held before the day stays, and is linked", async () => {
    const room = await aRoom();
    const one = await savedOwner(app, room, { name: "甲" }, { share: "60" });
    const two = await savedOwner(app, room, { name: "乙" }, { share: "40" });
    await savedPayer(app, room, { customerId: one.id });
    const { status, body } = await set(room, "2024-05-03", [
      [one, "30"],
      [two, "70"],
    ]);
    expect(status).toBe(200);
    expect(told(body)).toEqual([
      "乙 40 2020-01-01 2024-05-02",
      "乙 70 2024-05-03 …",
      "甲 30 2024-05-03 …",
      "甲 60 2020-01-01 2024-05-02",
    ]);
    const now = body.relations.find((one: Shown) => one.share === "30");
    const was = body.relations.find((one: Shown) => one.share === "60");
    expect(now.previousId).toBe(was.id);
    expect(was.endReason).toBe("赠与");
  });

  test("may leave and come at once; the payer who leaves stops, and the named one pays on", async () => {
    const [room, next] = [await aRoom(), await savedCustomer(app, project.id, { name: "丙" })];
    const one = await savedOwner(app, room, { name: "甲" }, { share: "50" });
    const two = await savedOwner(app, room, { name: "乙" }, { share: "50" });
    await savedPayer(app, room, { customerId: two.id });
    const { status, body } = await set(
      room,
      "2024-05-03",
      [
        [one, "50"],
        [next, "50"],
      ],
      { payerId: next.id },
    );
    expect(status).toBe(200);
    expect(told(body)).toEqual(["丙 50 2024-05-03 …", "乙 50 2020-01-01 2024-05-02", "甲 50 2020-01-01 …"]);
    expect(body.payers.map((payer: Shown) => [payer.customerName, payer.startsOn, payer.endsOn])).toEqual([
      ["丙", "2024-05-03", null],
      ["乙", "2020-01-01", "2024-05-02"],
    ]);
  });

  test("are refused over the whole, twice, of another project, without a payer, and with owners that come later", async () => {
    const room = await aRoom();
    const one = await savedOwner(app, room, { name: "甲" });
    const two = await savedCustomer(app, project.id, { name: "乙" });
    const stranger = await savedCustomer(app, (await savedProject(app)).id);
    expect(
      (
        await set(room, "2024-05-03", [
          [one, "60"],
          [two, "40.01"],
        ])
      ).body.code,
    ).toBe("SHARES_OVER_100");
    expect(
      (
        await set(room, "2024-05-03", [
          [one, "50"],
          [two, "50"],
        ])
      ).body.code,
    ).toBe("PAYER_REQUIRED");
    expect((await set(room, "2024-05-03", [[one], [one]])).body.fields.owners).toBeDefined();
    expect((await set(room, "2024-05-03", [[stranger]])).body.detail).toBe("客户不存在");
    expect((await set(room, "2024-02-30", [[two]])).body.fields.from).toBeDefined();
    expect((await set(room, "2024-05-03", [])).body.fields.owners).toBeDefined();
    await savedRelation(app, room, { customerId: two.id, startsOn: "2030-01-01" });
    expect((await set(room, "2024-05-03", [[one]])).body).toMatchObject({
      code: "LATER_OWNERS",
      detail: expect.stringContaining("2030-01-01"),
    });
    expect(told(await of(room))).toEqual(["乙 - 2030-01-01 …", "甲 - 2020-01-01 …"]);
  });

  test("two users at once: one winner, the other is told to look again", async () => {
    const room = await aRoom();
    const one = await savedOwner(app, room, { name: "甲" });
    const [two, three] = [await savedCustomer(app, project.id), await savedCustomer(app, project.id)];
    const { ownersSeen } = await of(room);
    const replies = await Promise.all(
      [two, three].map((person) => set(room, "2024-05-03", [[person]], { ownersSeen })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe("OWNERS_CHANGED");
    expect((await set(room, "2024-05-03", [[one]], { ownersSeen: "x" })).body.code).toBe("OWNERS_CHANGED");
  });
});

describe("for a transfer", () => {
  test("old owners and the relations named with them end, the new owner begins with his payer", async () => {
    const [room, buyer] = [await aRoom(), await savedCustomer(app, project.id, { name: "买方" })];
    const seller = await savedOwner(app, room, { name: "卖方" });
    const [child, tenant] = [
      await savedCustomer(app, project.id),
      await savedCustomer(app, project.id, { name: "租户" }),
    ];
    const family = await savedRelation(app, room, { customerId: child.id, role: "FAMILY", kinship: "CHILD" });
    await savedRelation(app, room, { customerId: tenant.id, role: "TENANT" });
    await savedPayer(app, room, { customerId: seller.id });
    await app.db.transaction(async (tx) => {
      const held = await lockRoom(tx, project.id, room.id);
      await app.app.get(RelationsService).replaceOwnersIn(tx, systemActor, held, {
        from: "2026-04-01",
        owners: [{ customerId: buyer.id, share: "100", isPrimaryContact: true }],
        payer: buyer.id,
        endReason: "买卖过户",
        alsoEnd: [family.id],
      });
    });
    const body = await of(room);
    expect(body.relations.filter(({ endsOn }: Shown) => endsOn === "2026-03-31")).toHaveLength(2);
    expect(body.relations.find(({ role }: Shown) => role === "TENANT").endsOn).toBeNull();
    expect(body.payers.map((payer: Shown) => [payer.customerName, payer.startsOn, payer.endsOn])).toEqual([
      ["买方", "2026-04-01", null],
      ["卖方", "2020-01-01", "2026-03-31"],
    ]);
  });
});

describe("for a split", () => {
  test("relations and payers are taken over from a day on, end with the room, and come back", async () => {
    const [room, left, right] = [await aRoom(), await aRoom(), await aRoom()];
    const one = await savedOwner(app, room, { name: "甲" }, { share: "60" });
    await savedOwner(app, room, { name: "乙" }, { share: "40", startsOn: "2030-01-01" });
    await savedPayer(app, room, { customerId: one.id });
    const copier = app.app.get(CopyRelationsService);
    await app.db.transaction(async (tx) => {
      const held = await Promise.all([room, left, right].map(({ id }) => lockRoom(tx, project.id, id)));
      await copier.copyRelationsIn(tx, systemActor, held[0]!, held.slice(1), "2026-04-01");
      await copier.copyRelationsIn(tx, systemActor, held[0]!, held.slice(1), "2026-04-01");
    });
    for (const piece of [left, right]) {
      const body = await of(piece);
      expect(told(body)).toEqual(["乙 40 2030-01-01 …", "甲 60 2026-04-01 …"]);
      expect(body.payers).toMatchObject([{ customerName: "甲", startsOn: "2026-04-01", endsOn: null }]);
    }
  });

  test("what ends with the room comes back as it was", async () => {
    const room = await aRoom();
    const one = await savedOwner(app, room, { name: "甲" });
    await savedPayer(app, room, { customerId: one.id, endsOn: "2027-12-31" });
    const copier = app.app.get(CopyRelationsService);
    const before = await of(room);
    const inRoom = <T>(
      work: (tx: Parameters<typeof lockRoom>[0], held: Awaited<ReturnType<typeof lockRoom>>) => Promise<T>,
    ) => app.db.transaction(async (tx) => work(tx, await lockRoom(tx, project.id, room.id)));
    const rows = await inRoom((tx, held) => copier.endAllIn(tx, systemActor, held, "2026-03-31", "房间拆分"));
    expect(await of(room)).toMatchObject({
      relations: [{ endsOn: "2026-03-31", endReason: "房间拆分" }],
      payers: [{ endsOn: "2026-03-31" }],
    });
    await inRoom((tx, held) => copier.reopenIn(tx, systemActor, held, rows));
    expect(await of(room)).toEqual(before);
    await savedRelation(app, room, { customerId: one.id, role: "TENANT", startsOn: "2030-01-01" });
    await expect(
      inRoom((tx, held) => copier.endAllIn(tx, systemActor, held, "2026-03-31", "房间拆分")),
    ).rejects.toMatchObject({ code: "LATER_RELATIONS" });
  });
});

test("who may only read, and a room of another project, change nothing", async () => {
  const reader = await app.as(["customer:read"], project.id);
  const body = { from: "2024-05-03", owners: [{ customerId: newId() }], reason: "赠与", ownersSeen: "x" };
  const room = await aRoom();
  expect((await reader.put(`${base}/rooms/${room.id}/owners`, body)).status).toBe(403);
  const foreign = await savedRoom(app, (await savedProject(app)).id);
  expect((await clerk.put(`${base}/rooms/${foreign.id}/owners`, body)).body.detail).toBe("房间不存在");
});
