import { randomInt } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { checkInvariants } from "../../../test/invariants.js";
import { realDay } from "../../../test/real-day.js";
import { KillableApi, pause } from "../../../test/killable-api.js";
import { startTestApp, testSecrets } from "../../../test/test-app.js";
import { addDays } from "../../common/calendar.js";
import { aRestructuringCommunity } from "./restructures.factories.js";

/** Whatever is split, merged and restored in whatever order: no area is lost, and the past stays what it was. */
const app = await startTestApp();
afterAll(() => app.close());

const AREA_ON = `
  SELECT coalesce(sum(building_area), 0)::text AS building, count(*)::int AS rooms FROM room
   WHERE project_id = $1 AND (starts_on IS NULL OR starts_on <= $2) AND (ended_on IS NULL OR ended_on >= $2)`;

/** Relations that would lie outside the life of their room. */
const OUTSIDE = `
  SELECT r.code FROM room_relation x JOIN room r ON r.project_id = x.project_id AND r.id = x.room_id
   WHERE x.project_id = $1 AND (x.starts_on < r.starts_on OR coalesce(x.ends_on, 'infinity') > coalesce(r.ended_on, 'infinity'))`;

/** Rooms that nobody owns on a day of their life. */
const UNOWNED = `
  SELECT r.code FROM room r
   WHERE r.project_id = $1 AND (r.starts_on IS NULL OR r.starts_on <= $2) AND (r.ended_on IS NULL OR r.ended_on >= $2)
     AND NOT EXISTS (SELECT 1 FROM room_relation x WHERE x.project_id = $1 AND x.room_id = r.id AND x.role = 'OWNER'
                        AND x.starts_on <= $2 AND (x.ends_on IS NULL OR x.ends_on >= $2))`;

const steps = fc.array(
  fc.record({
    verb: fc.constantFrom("SPLIT", "SPLIT", "MERGE", "RESTORE"),
    pick: fc.nat(1000),
    count: fc.integer({ min: 2, max: 4 }),
  }),
  { minLength: 3, maxLength: 7 },
);

test("random splits, merges and restores keep the area of every day, owners, lineage and the answers about the past", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      app.clock.set("2026-03-01");
      const community = await aRestructuringCommunity(app);
      const { projectId, at, clerk, splitOf, mergeOf, carriedOut, restore, room } = community;
      const owner = (await room({ buildingArea: "100.01", chargeArea: "98.7654" })).owner;
      for (const area of ["77.77", "45.5"]) {
        const next = await room({ buildingArea: area, chargeArea: area });
        await app.db.query("UPDATE room_relation SET customer_id = $3 WHERE project_id = $1 AND room_id = $2", [
          projectId,
          next.id,
          owner.id,
        ]);
      }
      const answers = new Map<string, object>();
      const done: { id: string; version: number }[] = [];
      let day = "2026-03-01";
      for (const { verb, pick, count } of sequence) {
        answers.set(day, await app.db.query(AREA_ON, [projectId, day]));
        day = addDays(day, 1);
        app.clock.set(day);
        const { body } = await clerk.get(`${at}/rooms?active=true&sort=code&pageSize=100`);
        const ids = body.items.map(({ id }: { id: string }) => id) as string[];
        if (verb === "SPLIT") done.push(await carriedOut(await splitOf(ids[pick % ids.length]!, day, count)));
        if (verb === "MERGE" && ids.length >= count)
          done.push(await carriedOut(await mergeOf(ids.slice(0, count), day)));
        const last = done.at(-1);
        if (verb === "RESTORE" && last) {
          const effective = (await clerk.get(`${at}/restructures/${last.id}`)).body.effectiveOn as string;
          const reply = await restore(last);
          expect([200, 409]).toContain(reply.status);
          if (reply.status === 200) {
            done.pop();
            // the rooms were never divided: what was said of the days since is said anew
            for (const known of answers.keys()) if (known >= effective) answers.delete(known);
          }
        }
        const [{ building }] = await app.db.query<[{ building: string }]>(AREA_ON, [projectId, day]);
        expect(Number(building)).toBeCloseTo(223.28, 4);
        expect(await app.db.query(OUTSIDE, [projectId])).toEqual([]);
        expect(await app.db.query(UNOWNED, [projectId, day])).toEqual([]);
        for (const [known, answer] of answers)
          expect([known, await app.db.query(AREA_ON, [projectId, known])]).toEqual([known, answer]);
      }
      await checkInvariants(app.db, projectId);
    }),
    { numRuns: 3 },
  );
}, 240_000);

test("an approval that is killed half way leaves nothing, or all of it", async () => {
  const api = new KillableApi({
    ...testSecrets,
    DATABASE_URL: process.env.DATABASE_URL!,
    LINLI_DATA_DIR: process.env.TMPDIR ?? "/tmp",
    LOG_LEVEL: "silent",
    JOBS: "false",
  });
  const admin = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  try {
    const day = realDay();
    app.clock.set(day);
    const { projectId, at, approver, room, splitOf, submitted } = await aRestructuringCommunity(app);
    const asked = [];
    for (let n = 0; n < 4; n += 1) asked.push(await submitted(await splitOf((await room()).id, day, 10)));
    await api.start();
    for (const { body } of asked) {
      const url = `${at}/approvals/${body.approvalId}/approve`;
      const answer = api.send(approver.token!, "POST", url, {});
      await pause(randomInt(5, 120));
      await api.kill();
      await answer;
      const { rows } = await admin.query(
        `SELECT x.state, count(l.id)::int AS parts,
                (SELECT count(*)::int FROM room r WHERE r.project_id = $1 AND r.code = ANY (x.new_codes)) AS rooms,
                (SELECT bool_and(r.active) FROM room r WHERE r.project_id = $1 AND r.id = ANY (x.room_ids)) AS lives
           FROM room_restructure x LEFT JOIN room_lineage l ON l.project_id = x.project_id AND l.restructure_id = x.id
          WHERE x.project_id = $1 AND x.id = $2 GROUP BY x.project_id, x.id`,
        [projectId, body.id],
      );
      expect([
        { state: "PENDING", parts: 0, rooms: 0, lives: true },
        { state: "DONE", parts: 10, rooms: 10, lives: false },
      ]).toContainEqual(rows[0]);
      await api.start();
    }
    await checkInvariants(app.db, projectId);
  } finally {
    await api.kill();
    await admin.end();
  }
}, 240_000);
