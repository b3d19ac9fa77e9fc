import fc from "fast-check";
import { startTestApp, type TestClient } from "../../test/test-app.js";
import { addDays, covers, dayAfter } from "../common/calendar.js";
import { savedFeeItem } from "../billing/billing.factories.js";
import { savedCustomer } from "../customer/customer.factories.js";
import { savedProject, savedRoom } from "../property/property.factories.js";

/**
 * Whatever is done to a room, in whatever order: what takes effect on a day changes no answer about the days before it,
 * and the rules of the relations hold on every day. A scene that changes history adds its step to `steps`.
 */

const app = await startTestApp();
afterAll(() => app.close());

const FIRST = "2024-01-15";
const LAST = addDays(FIRST, 1000);

interface RelationShown {
  id: string;
  customerId: string;
  role: string;
  share: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
}

/** What a step works on. Rooms that come from a split or merge are added to `rooms`. */
interface World {
  clerk: TestClient;
  base: string;
  /** The room a step changes is the first; answers are compared for all of them. */
  rooms: { id: string; startsOn: string | null }[];
  people: string[];
  feeItemId: string;
}

/** Numbers drawn for a step; it makes of them what it needs. */
interface Draw {
  a: number;
  b: number;
  c: number;
  day: number;
  length: number;
}

/** Tries a change; answers the first day on which it may change answers, or nothing when it was refused. */
type Step = (world: World, draw: Draw) => Promise<string | undefined>;

const dayOf = ({ day }: Draw) => addDays(FIRST, day);
const one = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const customersOf = async ({ clerk, base }: World, { id }: { id: string }) =>
  (await clerk.get(`${base}/rooms/${id}/relations`)).body as { relations: RelationShown[]; ownersSeen: string };
const accepted = (from: string, { status }: { status: number }) => {
  expect([200, 201, 400, 409]).toContain(status);
  return status < 300 ? from : undefined;
};
const shareOf = ({ c }: Draw) => [null, "25", "33.3333", "50", "100"][c % 5]!;

const add =
  (role: string): Step =>
  async ({ clerk, base, rooms, people }, draw) => {
    const startsOn = dayOf(draw);
    const isOwner = role === "OWNER";
    const reply = await clerk.post(`${base}/rooms/${rooms[0]!.id}/relations`, {
      customerId: one(people, draw.a),
      role,
      startsOn,
      endsOn: draw.b % 3 === 0 ? addDays(startsOn, draw.length) : null,
      share: isOwner ? shareOf(draw) : null,
      ...(role === "FAMILY" && { kinship: "PARENT" }),
      isPrimaryContact: draw.b % 2 === 0,
      asPayer: isOwner || draw.c % 3 === 0,
    });
    return accepted(startsOn, reply);
  };

const setOwners: Step = async (world, draw) => {
  const { clerk, base, rooms, people } = world;
  const [first, second] = [one(people, draw.a), one(people, draw.a + 1)];
  const { ownersSeen } = await customersOf(world, rooms[0]!);
  const from = dayOf(draw);
  const both = [
    { customerId: first, share: "60" },
    { customerId: second, share: draw.b % 5 === 0 ? "60" : "40" },
  ];
  const reply = await clerk.put(`${base}/rooms/${rooms[0]!.id}/owners`, {
    from,
    owners: draw.b % 2 === 0 ? both : [{ customerId: first, share: shareOf(draw) }],
    payerId: draw.c % 4 === 0 ? null : first,
    reason: "变更",
    ownersSeen,
  });
  return accepted(from, reply);
};

const changeOne: Step = async (world, draw) => {
  const { relations } = await customersOf(world, world.rooms[0]!);
  const relation = one(relations, draw.a);
  if (!relation) return undefined;
  const from = addDays(relation.startsOn, draw.length);
  const reply = await world.clerk.post(`${world.base}/relations/${relation.id}/changes`, {
    from,
    ...(draw.b % 4 === 0 && { role: "USER" }),
    share: relation.role === "OWNER" && draw.b % 4 !== 0 ? shareOf(draw) : null,
    ...(relation.role === "FAMILY" && { kinship: "CHILD" }),
    isPrimaryContact: draw.c % 2 === 0,
    reason: "变更",
  });
  return accepted(from, reply);
};

const endOne: Step = async (world, draw) => {
  const { relations } = await customersOf(world, world.rooms[0]!);
  const relation = one(relations, draw.a);
  if (!relation) return undefined;
  const endsOn = addDays(relation.startsOn, draw.length);
  const verb = draw.b % 2 === 0 ? "end" : "remove";
  const body = { endsOn, reason: "搬走" };
  return accepted(dayAfter(endsOn), await world.clerk.post(`${world.base}/relations/${relation.id}/${verb}`, body));
};

const setPayer: Step = async ({ clerk, base, rooms, people, feeItemId }, draw) => {
  const startsOn = dayOf(draw);
  const reply = await clerk.post(`${base}/rooms/${rooms[0]!.id}/payers`, {
    customerId: one(people, draw.a),
    startsOn,
    ...(draw.b % 2 === 0 && { endsOn: addDays(startsOn, draw.length) }),
    ...(draw.c % 2 === 0 && { feeItemId }),
  });
  return accepted(startsOn, reply);
};

/** Everything that changes what holds of a room. */
const steps: readonly Step[] = [
  add("OWNER"),
  add("TENANT"),
  add("FAMILY"),
  setOwners,
  setOwners,
  changeOne,
  changeOne,
  endOne,
  setPayer,
];

async function answers({ clerk, base, rooms, people }: World, days: readonly string[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const ask = async (day: string, what: string, id: string) => {
    found.set(`${day} ${id}`, (await clerk.get(`${base}/${what}/${id}/as-of?on=${day}`)).body);
  };
  await Promise.all(
    days.flatMap((day) => [...rooms.map(({ id }) => ask(day, "rooms", id)), ask(day, "customers", people[0]!)]),
  );
  return found;
}

function expectRules(relations: RelationShown[], startsOn: string | null): void {
  const owners = relations.filter(({ role }) => role === "OWNER" || role === "DEVELOPER");
  const first = owners.map((owner) => owner.startsOn).sort()[0];
  const begins = relations.flatMap((row) => [row.startsOn, row.endsOn === null ? LAST : dayAfter(row.endsOn)]);
  for (const day of [...new Set(begins)].sort()) {
    const present = relations.filter((row) => covers({ from: row.startsOn, to: row.endsOn }, day));
    const total = present.reduce((sum, { share }) => sum + Math.round(Number(share ?? 0) * 10_000), 0);
    expect(total).toBeLessThanOrEqual(1_000_000);
    expect(present.filter(({ isPrimaryContact }) => isPrimaryContact).length).toBeLessThanOrEqual(1);
    const roles = present.map(({ customerId, role }) => `${customerId} ${role}`);
    expect(new Set(roles).size).toBe(roles.length);
    if (first !== undefined && day >= first) expect(present.some((row) => owners.includes(row))).toBe(true);
  }
  if (startsOn !== null) expect(relations.filter((row) => row.startsOn < startsOn)).toEqual([]);
}

const draws = fc.array(
  fc.record({
    step: fc.nat({ max: 1000 }),
    a: fc.nat({ max: 1000 }),
    b: fc.nat({ max: 1000 }),
    c: fc.nat({ max: 1000 }),
    day: fc.integer({ min: -2, max: 700 }),
    length: fc.nat({ max: 200 }),
  }),
  { minLength: 4, maxLength: 12 },
);

test("no change alters an answer about an earlier day, and the rules hold on every day", async () => {
  const project = await savedProject(app);
  const clerk = await app.as(["customer:read", "customer:write"], project.id);
  const people = await Promise.all(["甲", "乙", "丙", "丁"].map((name) => savedCustomer(app, project.id, { name })));
  const { id: feeItemId } = await savedFeeItem(app, project.id);
  let done = 0;
  await fc.assert(
    fc.asyncProperty(draws, async (list) => {
      const room = await savedRoom(app, project.id, { startsOn: FIRST });
      const world: World = {
        clerk,
        base: `/projects/${project.id}`,
        rooms: [room],
        people: people.map(({ id }) => id),
        feeItemId,
      };
      for (const { step, ...draw } of list) {
        const days = [FIRST, addDays(FIRST, draw.c % 700), addDays(dayOf(draw), -1)];
        const before = await answers(world, days);
        const from = await one(steps, step)!(world, draw);
        const after = await answers(world, days);
        for (const [key, answer] of before)
          if (from === undefined || key.slice(0, 10) < from) expect(after.get(key)).toEqual(answer);
        if (from !== undefined) {
          done += 1;
          for (const each of world.rooms) expectRules((await customersOf(world, each)).relations, each.startsOn);
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(done).toBeGreaterThan(10);
}, 120_000);
