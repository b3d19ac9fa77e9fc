import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDunning, aLevel } from "./dunning.factories.js";

/** What a first demand leaves behind: booked late fees, time given, a level reached; and what happens at the same moment. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const aCall = (onDay: string) => ({ id: newId(), channel: "PHONE", onDay, text: "告知欠费，请尽快缴纳" });

test("from the second notice on, late fees booked before are late fees in its words as in its sums", async () => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  expect((await one.issue()).status).toBe(201);
  app.clock.set("2026-03-25");
  const { id } = (await one.issue()).body;
  // 24.50 of the first, and 15 days more
  const [notice] = (await one.clerk.get(`${one.url}/dunning-notices/print-data?batchId=${id}`)).body.items;
  expect(notice).toMatchObject({ principalFen: 100_000, lateFeeFen: 3_200, payableFen: 103_200 });
  expect(notice.text).toContain("欠缴 1,000.00 元，违约金 32.00 元");
  expect(notice.text).toContain("缴清 1,032.00 元");
});

test("a call in between ends neither the time that was given nor the level that was reached", async () => {
  const one = await aDunning(app);
  await one.settings.post(`${one.url}/dunning-levels`, aLevel({ levelOrder: 2, name: "律师函", channel: "LAWYER" }));
  const levels = (await one.clerk.get(`${one.url}/dunning-levels`)).body.items;
  await one.charged(100_000, "2026-01");
  await one.issue({ levelId: levels[1].id });
  app.clock.set("2026-03-12");
  expect((await one.clerk.post(`${one.at}/steps`, aCall("2026-03-12"))).status).toBe(204);
  const skip = async (levelId: string) => (await one.preview({ levelId })).body.skips[0]?.skip;
  expect(await skip(levels[0].id)).toBe("HIGHER");
  expect(await skip(levels[1].id)).toBe("TOO_SOON");
  // the paper says until 25 March, whatever the level gives today
  const quick = aLevel({ levelOrder: 2, name: "律师函", channel: "LAWYER", daysToNext: 1 });
  expect((await one.settings.put(`${one.url}/dunning-levels/${levels[1].id}`, quick)).status).toBe(204);
  app.clock.set("2026-03-24");
  expect(await skip(levels[1].id)).toBe("TOO_SOON");
  app.clock.set("2026-03-25");
  expect(await skip(levels[1].id)).toBeUndefined();
  expect(await one.one()).toMatchObject({ steps: 2, lastChannel: "PHONE" });
});

test("what was previewed names the day and the late fees; on another day, or with others, nothing is issued", async () => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  const { fingerprint } = (await one.preview()).body;
  const issue = () => one.clerk.post(`${one.url}/dunning-batches`, { id: newId(), levelId: one.levelId, fingerprint });
  app.clock.set("2026-03-11");
  expect((await issue()).body.code).toBe("DUNNING_STALE");
  app.clock.set("2026-03-10");
  const dearer = { startsOn: "2026-03-01", dailyRate: "0.001" };
  expect((await one.manager.post(`${one.url}/late-fee-schemes/${one.schemeId}/rates`, dearer)).status).toBeLessThan(
    300,
  );
  expect((await issue()).body.code).toBe("DUNNING_STALE");
  expect((await one.one()).history).toEqual([]);
});

test("a batch waits for who records something about a room before it holds the room's charges", async () => {
  const one = await aDunning(app);
  const charge = await one.charged(100_000, "2026-01");
  const recording = app.db.createQueryRunner();
  await recording.startTransaction();
  await recording.query("SELECT 1 FROM room WHERE id = $1 FOR UPDATE", [one.room.id]);
  const issuing = one.issue().then((reply) => reply);
  for (let tries = 0, waits = false; tries < 100 && !waits; tries += 1) {
    await new Promise((go) => setTimeout(go, 50));
    [{ waits }] = await app.db.query(
      "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits",
    );
  }
  // what a step that is recorded needs of its charges: it must not be the batch that holds them
  const held = recording.query("SELECT 1 FROM charge WHERE id = $1 FOR KEY SHARE NOWAIT", [charge.id]);
  await expect(held).resolves.toHaveLength(1);
  await recording.commitTransaction();
  await recording.release();
  expect((await issuing).status).toBe(201);
});
