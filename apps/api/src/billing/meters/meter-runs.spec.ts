import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedPayer } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { published } from "../billing.factories.js";
import { aMeteredRoom, asked, chargesOf, installed } from "./meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

const factsOf = async (home: Parameters<typeof chargesOf>[0]) =>
  (await chargesOf(home)).map(({ amountFen, quantity }) => [amountFen, Number(quantity)]);

describe("a use over several prices", () => {
  test("a price that comes back is billed with what it counted before and after", async () => {
    const home = await aMeteredRoom(app, { changePolicy: "SPLIT_DAYS" });
    const { at, manager, project, rateId } = home;
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-11", unitPrice: "6" });
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-21", unitPrice: "5" });
    const meter = await installed(home);
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "31" });
    await published(app, manager, project.id, { period: "2025-01" });
    expect(await factsOf(home)).toEqual([
      [10_500, 21],
      [6000, 10],
    ]);
    await checkInvariants(app.db, project.id);
  });

  test("an agreed price is not cut where the rate's changes", async () => {
    const home = await aMeteredRoom(app, { changePolicy: "SPLIT_DAYS" });
    const { at, manager, project, rateId } = home;
    const room = await savedRoom(app, project.id);
    await savedPayer(app, room, { customerId: home.owner.id });
    const agreed = { unitPrice: "4", overrideReason: "合同约定" };
    await asked(manager, `${at}/bindings`, { rateId, rooms: { roomIds: [room.id] }, startsOn: "2024-01-01", ...agreed });
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-16", unitPrice: "6" });
    const meter = await installed({ ...home, room });
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "31" });
    await published(app, manager, project.id, { period: "2025-01" });
    const [charge, ...others] = await chargesOf(home);
    expect(others).toEqual([]);
    expect(charge).toMatchObject({ amountFen: 12_400 });
    const { body } = await manager.get(`${at}/charges/${charge!.id}`);
    expect(body.explanation.join("\n")).not.toContain("/31");
  });
});
