import fc from "fast-check";
import { checkInvariants } from "../../test/invariants.js";
import { startTestApp } from "../../test/test-app.js";
import { aRestructuringCommunity } from "../billing/restructures/restructures.factories.js";
import { addDays, covers, dayAfter } from "../common/calendar.js";
import { savedCustomer } from "../customer/customer.factories.js";

/**
 * The lives of rooms: random sequences of transfers, splits, merges, restores and changes of owners. Whatever happens, in
 * whatever order: answers about days before a change stay as they were, the built area is the same on every day, every
 * room has an owner on every day of its life, and nobody is his own ancestor.
 */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

const FIRST = "2026-01-05";
const TODAY = "2026-03-20";
const proof = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

type Community = Awaited<ReturnType<typeof aRestructuringCommunity>>;

interface World extends Community {
  /** Every room there ever was. */
  rooms: string[];
  people: string[];
  done: { id: string; version: number; effectiveOn: string }[];
}

interface Draw {
  a: number;
  b: number;
  day: string;
}

/** Tries a change; answers the first day on which it may change answers, or nothing when it was refused. */
type Step = (world: World, draw: Draw) => Promise<string | undefined>;

interface AsOf {
  exists: boolean;
  relations: { customerId: string; role: string; share: string | null }[];
  areas: { buildingArea: string } | null;
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

async function livingRooms({ clerk, at, rooms }: World, on: string): Promise<string[]> {
  const found = await Promise.all(rooms.map((id) => clerk.get(`${at}/rooms/${id}/as-of?on=${on}`)));
  return rooms.filter((_id, index) => (found[index]!.body as AsOf).exists);
}

/** Through approval; a refusal on the way is an answer too. */
async function restructured(world: World, plan: Parameters<World["submitted"]>[0]): Promise<string | undefined> {
  const asked = await world.submitted(plan);
  if (asked.status !== 200) return refused(asked.status);
  const approved = await world.approve(asked.body.approvalId);
  if (approved.status !== 200) return refused(approved.status);
  const { body } = await world.clerk.get(`${world.at}/restructures/${asked.body.id}`);
  world.rooms.push(...(body.newRooms as { id: string }[]).map(({ id }) => id));
  world.done.push(body);
  return plan.effectiveOn;
}

function refused(status: number): undefined {
  expect([400, 409]).toContain(status);
}

async function proposed(world: World, body: Parameters<World["propose"]>[0]) {
  const reply = await world.clerk.post(`${world.at}/restructures/proposal`, body);
  return reply.status === 200 ? reply.body : refused(reply.status);
}

const split: Step = async (world, { a, b, day }) => {
  const room = pick(await livingRooms(world, TODAY), a);
  const found = await proposed(world, { kind: "SPLIT", roomIds: [room], effectiveOn: day, count: 2 + (b % 2) });
  return found && restructured(world, found.plan);
};

const merge: Step = async (world, { a, b, day }) => {
  const living = await livingRooms(world, TODAY);
  const roomIds = [...new Set([pick(living, a), pick(living, a + 1 + (b % 2))])];
  if (roomIds.length < 2) return undefined;
  const found = await proposed(world, { kind: "MERGE", roomIds, effectiveOn: day });
  if (!found) return undefined;
  const owners = found.owners as { customerId: string }[];
  const share = Math.floor(100 / owners.length);
  const shared = owners.map(({ customerId }, index) => ({
    customerId,
    share: String(index === 0 ? 100 - share * (owners.length - 1) : share),
  }));
  const differ = found.ownersDiffer ? { owners: shared, payerId: owners[0]!.customerId } : {};
  return restructured(world, { ...found.plan, ...differ });
};

const restore: Step = async (world, { a }) => {
  if (world.done.length === 0) return undefined;
  const { id } = pick(world.done, a);
  const { body } = await world.clerk.get(`${world.at}/restructures/${id}`);
  const reply = await world.restore(body);
  return reply.status === 200 ? body.effectiveOn : refused(reply.status);
};

const transfer: Step = async (world, { a, b, day }) => {
  const { clerk, approver, at, people } = world;
  const created = await clerk.post(`${at}/transfers`, { roomId: pick(await livingRooms(world, TODAY), a) });
  if (created.status !== 201) return refused(created.status);
  const of = `${at}/transfers/${created.body.id}`;
  const version = async () => ({ version: (await clerk.get(of)).body.version as number });
  const buyers = b % 3 === 0 ? [pick(people, b), pick(people, b + 1)] : [pick(people, b)];
  const owners = buyers.map((customerId) => ({ customerId, share: buyers.length > 1 ? "50" : "100" }));
  const kept = { arrears: "STAY", prepayment: "REFUND", relations: [], readings: [], confirmations: [] };
  const draft = { ...kept, ...(await version()), transferOn: day, reason: "SALE", owners, payerCustomerId: buyers[0] };
  const saved = await clerk.put(of, draft);
  const completed = saved.status === 200 ? await completion() : saved;
  if (completed.status === 200) return day;
  await clerk.post(`${of}/cancel`, { ...(await version()), reason: "不再办理" });
  return refused(completed.status);

  async function completion() {
    for (const kind of ["PROOF", "AGREEMENT"])
      await clerk.upload(`${at}/attachments?ownerType=transfer&ownerId=${created.body.id}&kind=${kind}`, {
        name: "证明.pdf",
        content: proof,
      });
    const submitted = await clerk.post(`${of}/submit`, await version());
    if (submitted.status !== 200) return submitted;
    if (submitted.body.open.length === 0) return clerk.post(`${of}/complete`, await version());
    const asked = await clerk.post(`${of}/request-approval`, { ...(await version()), reason: "双方同意" });
    if (asked.status !== 200) return asked;
    return approver.post(`${at}/approvals/${asked.body.approvalId}/approve`, {});
  }
};

const setOwners: Step = async (world, { a, b, day }) => {
  const { clerk, at, people } = world;
  const room = pick(await livingRooms(world, TODAY), a);
  const { ownersSeen } = (await clerk.get(`${at}/rooms/${room}/relations`)).body;
  const both = [pick(people, b), pick(people, b + 1)];
  const owners = both.map((customerId, index) => ({ customerId, share: index === 0 ? "60" : "40" }));
  const body = { from: day, owners, payerId: both[0], reason: "继承", ownersSeen };
  const reply = await clerk.put(`${at}/rooms/${room}/owners`, body);
  return reply.status < 300 ? day : refused(reply.status);
};

const steps: readonly Step[] = [split, split, merge, merge, restore, restore, restore, transfer, setOwners];

/** What is answered about every room on these days; codes are those of now and left out. */
async function answers({ clerk, at, rooms }: World, days: readonly string[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const day of new Set(days)) {
    for (const id of rooms) {
      const {
        roomCode: _code,
        roomName: _name,
        ...answer
      } = (await clerk.get(`${at}/rooms/${id}/as-of?on=${day}`)).body;
      found.set(`${day} ${id}`, answer);
    }
  }
  return found;
}

interface RelationRow {
  role: string;
  share: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** Each room's relations lie within its life; on every day of it somebody owns it, and nobody owns more than all of it. */
async function expectOwned({ clerk, at, rooms }: World): Promise<void> {
  for (const id of rooms) {
    const { relations } = (await clerk.get(`${at}/rooms/${id}/relations`)).body as { relations: RelationRow[] };
    const [life] = await app.db.query<{ startsOn: string | null; endedOn: string | null; lived: boolean }[]>(
      `SELECT starts_on AS "startsOn", ended_on AS "endedOn", starts_on IS NULL OR ended_on IS NULL OR ended_on >= starts_on AS lived
         FROM room WHERE id = $1`,
      [id],
    );
    if (!life?.lived) continue;
    const days = [life.startsOn ?? FIRST, TODAY, ...relations.map(({ startsOn }) => startsOn)]
      .concat(relations.flatMap(({ endsOn }) => (endsOn ? [dayAfter(endsOn)] : [])))
      .filter((day) => day >= (life.startsOn ?? FIRST) && (life.endedOn === null || day <= life.endedOn));
    for (const day of days) {
      const owners = relations.filter(
        (row) => row.role === "OWNER" && covers({ from: row.startsOn, to: row.endsOn }, day),
      );
      expect(owners.length).toBeGreaterThan(0);
      expect(owners.reduce((sum, { share }) => sum + Number(share ?? 0), 0)).toBeLessThanOrEqual(100);
    }
    for (const { startsOn, endsOn } of relations) {
      expect(startsOn >= (life.startsOn ?? "1900-01-01")).toBe(true);
      if (life.endedOn !== null) expect(endsOn !== null && endsOn <= life.endedOn).toBe(true);
    }
  }
}

async function builtArea({ clerk, at, rooms }: World, day: string): Promise<number> {
  const found = await Promise.all(rooms.map((id) => clerk.get(`${at}/rooms/${id}/as-of?on=${day}`)));
  const areas = found.map(({ body }) => body as AsOf).filter(({ exists }) => exists);
  return areas.reduce((sum, { areas: of }) => sum + Math.round(Number(of!.buildingArea) * 10_000), 0);
}

async function expectAcyclic(projectId: string): Promise<void> {
  const edges = await app.db.query<{ parent: string; child: string }[]>(
    `SELECT parent_id AS parent, child_id AS child FROM room_lineage WHERE project_id = $1`,
    [projectId],
  );
  const above = new Map<string, string[]>();
  for (const { parent, child } of edges) above.set(child, [...(above.get(child) ?? []), parent]);
  for (const start of above.keys()) {
    const seen = new Set<string>();
    for (let next = above.get(start) ?? []; next.length > 0; next = next.flatMap((id) => above.get(id) ?? [])) {
      expect(next).not.toContain(start);
      next.forEach((id) => seen.add(id));
      if (seen.size > edges.length) throw new Error("lineage without end");
    }
  }
}

async function aWorld(): Promise<World> {
  const community = await aRestructuringCommunity(app);
  const rooms = [await community.room(), await community.room(), await community.room()];
  const people = await Promise.all(["甲", "乙", "丙"].map((name) => savedCustomer(app, community.projectId, { name })));
  const ids = [...people.map(({ id }) => id), ...rooms.map(({ owner }) => owner.id)];
  return { ...community, rooms: rooms.map(({ id }) => id), people: ids, done: [] };
}

const draws = fc.array(
  fc.record({ step: fc.nat({ max: 999 }), a: fc.nat({ max: 999 }), b: fc.nat({ max: 999 }), day: fc.nat({ max: 74 }) }),
  { minLength: 5, maxLength: 8 },
);

test("sequences of transfers, splits, merges and restores leave earlier days, areas and ownership in order", async () => {
  const kinds = new Map<Step, number>();
  await fc.assert(
    fc.asyncProperty(draws, async (list) => {
      const world = await aWorld();
      const whole = await builtArea(world, TODAY);
      // Mostly forward in time, as life goes; the odd step back is refused or changes no earlier answer.
      const inTime = list.toSorted((one, other) => one.day - other.day + (one.b % 5 === 0 ? 20 : 0));
      for (const { step, day, ...rest } of inTime) {
        const draw = { ...rest, day: addDays(FIRST, day) };
        const days = [FIRST, addDays(draw.day, -1), addDays(FIRST, (draw.b * 7) % 74)];
        const before = await answers(world, days);
        const chosen = pick(steps, step);
        const from = await chosen(world, draw);
        const after = await answers(world, days);
        for (const [key, answer] of before)
          if (from === undefined || key.slice(0, 10) < from) expect(after.get(key)).toEqual(answer);
        if (from === undefined) continue;
        kinds.set(chosen, (kinds.get(chosen) ?? 0) + 1);
        for (const one of [FIRST, addDays(from, -1), from, TODAY]) expect(await builtArea(world, one)).toBe(whole);
      }
      await expectOwned(world);
      await expectAcyclic(world.projectId);
      await checkInvariants(app.db, world.projectId);
    }),
    { numRuns: 6, seed: 20260320, endOnFailure: true },
  );
  for (const step of steps) expect(kinds.get(step)).toBeGreaterThan(0);
}, 180_000);
