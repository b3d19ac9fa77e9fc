import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer, savedPayer } from "../../customer/customer.factories.js";
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
    await asked(manager, `${at}/bindings`, {
      rateId,
      rooms: { roomIds: [room.id] },
      startsOn: "2024-01-01",
      ...agreed,
    });
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

describe("whose a use is", () => {
  test.each([
    ["the May round read on 2 June: who pays in May", { readOn: "2025-06-02", period: "2025-05" }, "may"],
    ["the June round read on 31 May: who pays on that day", { readOn: "2025-05-31", period: "2025-06" }, "may"],
    ["the June round read in June: who pays then", { readOn: "2025-06-30", period: "2025-06" }, "june"],
  ] as const)("%s", async (_what, reading, who) => {
    const home = await aMeteredRoom(app);
    const { at, manager, project, room } = home;
    const may = await savedCustomer(app, project.id);
    const june = await savedCustomer(app, project.id);
    await savedPayer(app, room, { customerId: may.id, endsOn: "2025-05-31" });
    await savedPayer(app, room, { customerId: june.id, startsOn: "2025-06-01" });
    const meter = await installed(home, { installedOn: "2025-05-01" });
    await asked(manager, `${at}/meters/${meter}/readings`, { value: "8", ...reading });
    await published(app, manager, project.id, { period: reading.period });
    const payer = { may, june }[who];
    expect(await chargesOf(home)).toMatchObject([{ payerId: payer.id, amountFen: 4000 }]);
  });

  test("a rate that ends with May prices the May round that is read on 2 June", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const { body } = await manager.get(`${at}/bindings?pageSize=10`);
    await asked(manager, `${at}/bindings/${body.items[0].id}/end`, { endsOn: "2025-05-31" });
    const meter = await installed(home, { installedOn: "2025-05-01" });
    await asked(manager, `${at}/meters/${meter}/readings`, { value: "8", readOn: "2025-06-02", period: "2025-05" });
    await published(app, manager, project.id, { period: "2025-05" });
    expect(await factsOf(home)).toEqual([[4000, 8]]);
  });
});
