import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { published } from "../billing.factories.js";
import { aMeteredRoom, asked, chargesOf, installed } from "./meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

test("what was taken back before is not given back as if it had been paid", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project, owner, room } = home;
  const url = `${at}/meters/${await installed(home)}/readings`;
  const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "20" });
  await published(app, manager, project.id, { period: "2025-01" });
  const [charge] = await chargesOf(home);
  const cashier = await app.asRole("CASHIER", project.id);
  const lines = [{ chargeId: charge!.id, amountFen: 4000 }];
  const methods = [{ method: "CASH", tenderedFen: 4000 }];
  await asked(cashier, `${at}/receipts`, { id: newId(), payerId: owner.id, lines, methods });
  await asked(manager, `${at}/charges/${charge!.id}/reverse`, { reason: "多收了" });
  const correction = { readOn: "2025-01-31", value: "0", reason: "空置", correction: "抄错房间" };
  await asked(manager, `${url}/${id}/correct`, correction);
  const { body } = await cashier.get(`${at}/prepayments?roomId=${room.id}`);
  expect(body.items).toMatchObject([{ balanceFen: 4000 }]);
  expect(await chargesOf(home)).toMatchObject([{ reversedFen: 10_000, offsetFen: -4000, openFen: 0 }]);
  await checkInvariants(app.db, project.id);
});

test("two meters of one charge are corrected at once: one after the other", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const urls = [];
  for (const value of ["20", "30"]) {
    const url = `${at}/meters/${await installed(home)}/readings`;
    const { id } = await asked(manager, url, { readOn: "2025-01-31", value });
    urls.push(`${url}/${id}/correct`);
  }
  await published(app, manager, project.id, { period: "2025-01" });
  const replies = await Promise.all(
    urls.map((url) => manager.post(url, { readOn: "2025-01-31", value: "10", correction: "抄错一位" })),
  );
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  const standing = (await chargesOf(home)).filter(({ openFen }) => openFen > 0);
  expect(standing).toMatchObject([{ amountFen: 10_000, quantity: "20" }]);
  await checkInvariants(app.db, project.id);
});
