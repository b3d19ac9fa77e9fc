import { randomInt } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { realDay } from "../../../test/real-day.js";
import { KillableApi, pause } from "../../../test/killable-api.js";
import { startTestApp, testSecrets } from "../../../test/test-app.js";
import { addDays } from "../../common/calendar.js";
import { aSoldRoom, submitted } from "./transfers.factories.js";

/** The process is killed while it completes transfers: each is done whole or not at all, and can be done again. */
const app = await startTestApp();
const api = new KillableApi({
  ...testSecrets,
  DATABASE_URL: process.env.DATABASE_URL!,
  LINLI_DATA_DIR: process.env.TMPDIR ?? "/tmp",
  LOG_LEVEL: "silent",
  JOBS: "false",
});
const today = realDay();

afterAll(async () => {
  await api.kill();
  await app.close();
});

test("killed in the middle, a transfer is complete or untouched", async () => {
  app.clock.set(today);
  const month = today.slice(0, 7);
  const previous = addDays(`${month}-01`, -1).slice(0, 7);
  const outcomes: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const sold = await aSoldRoom(app, { months: [previous, month], prepaid: 52_000 });
    const { at, projectId, seller, buyer, receptionist, manager } = sold;
    const { id, version } = await submitted(sold, { transferOn: today });
    const asking = { version, reason: "双方同意" };
    const { approvalId } = (await receptionist.post(`${at}/transfers/${id}/request-approval`, asking)).body;
    const owed = await sold.owes(seller.id);
    await api.start();
    const deciding = api.send(manager.token!, "POST", `${at}/approvals/${approvalId}/approve`, {});
    await pause(randomInt(5, 60 + round * 170));
    await api.kill();
    await deciding;

    const { status } = (await receptionist.get(`${at}/transfers/${id}`)).body;
    outcomes.push(status);
    const pending = (await receptionist.get(`${at}/approvals/${approvalId}`)).body.status;
    expect([status, pending]).toEqual(status === "COMPLETED" ? ["COMPLETED", "APPROVED"] : ["PENDING", "PENDING"]);
    if (status === "PENDING") {
      expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([owed, 0]);
      expect((await manager.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
    }
    const settlement = (await receptionist.get(`${at}/transfers/${id}/settlement`)).body;
    expect([await sold.owes(seller.id), await sold.owes(buyer.id)]).toEqual([
      settlement.oldRestFen,
      settlement.newOwesFen,
    ]);
    await checkInvariants(app.db, projectId);
  }
  expect(outcomes).toHaveLength(3);
}, 300_000);
