import type { ChargeDto, CreateMeterDto, CreateRateDto, RateTierDto } from "@linli/contracts";
import type { TestApp, TestClient } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom, unique } from "../../property/property.factories.js";
import { aFeeItem, aRateOf } from "../billing.factories.js";

/** The body of a new water meter of five digits that began at 0 on 2025-01-01. */
export const aMeter = (overrides: Partial<CreateMeterDto> = {}): CreateMeterDto => ({
  no: unique("W"),
  kind: "WATER",
  digits: 5,
  multiplier: "1",
  reverse: false,
  installedOn: "2025-01-01",
  startReading: "0",
  ...overrides,
});

/** Tiers as the suppliers publish them. */
export const WATER_TIERS: RateTierDto[] = [
  { upTo: "180", price: "5.00" },
  { upTo: "260", price: "7.00" },
  { upTo: null, price: "9.00" },
];

type Terms = Partial<Omit<CreateRateDto, "version">> & { version?: Partial<CreateRateDto["version"]> };

/** Asks, and answers the body of what came; anything but success fails the test. */
export async function asked<T = { id: string }>(client: TestClient, url: string, body: object): Promise<T> {
  const reply = await client.post(url, body);
  if (reply.status >= 300) throw new Error(`${url}: ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

/** A project that bills since January 2025 with a room, its owner, and a 走表 item whose rate is bound to the room. */
export async function aMeteredRoom(app: TestApp, terms: Terms = {}) {
  const project = await savedProject(app, { firstPeriod: "2025-01" });
  const manager = await app.asRole("PROJECT_MANAGER", project.id);
  const room = await savedRoom(app, project.id);
  const owner = await savedOwner(app, room);
  const at = `/projects/${project.id}`;
  const { id: feeItemId } = await asked(
    manager,
    `${at}/fee-items`,
    aFeeItem({ kind: "METERED", name: unique("水费") }),
  );
  const version = { startsOn: "2024-01-01", unitPrice: "5", surcharge: "0", ...terms.version };
  const rate = aRateOf(feeItemId, { base: "METERED", timing: "POSTPAID", ...terms, version });
  const { id: rateId } = await asked(manager, `${at}/rates`, rate);
  await asked(manager, `${at}/bindings`, { rateId, rooms: { roomIds: [room.id] }, startsOn: "2024-01-01" });
  return { project, at, manager, room, owner, feeItemId, rateId };
}

export type MeteredRoom = Awaited<ReturnType<typeof aMeteredRoom>>;

/** Registers a meter of the room's item. */
export async function installed(
  { at, manager, room, feeItemId }: MeteredRoom,
  overrides: Partial<CreateMeterDto> = {},
) {
  const meter = aMeter({ roomId: room.id, feeItemId, ...overrides });
  return (await asked(manager, `${at}/meters`, meter)).id;
}

/** What was charged for the room's item, the earliest first. */
export async function chargesOf({ at, manager, feeItemId }: MeteredRoom) {
  const { body } = await manager.get(`${at}/charges?pageSize=100&feeItemId=${feeItemId}`);
  return (body.items as ChargeDto[]).toReversed();
}
