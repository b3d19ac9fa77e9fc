import { randomUUID } from "node:crypto";
import type { DiscountOfferDto, SaveDiscountSchemeDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";

/** What a receipt gives of a scheme: an offer of the desk, or one made up. */
export type Given = Pick<DiscountOfferDto, "schemeId" | "chargeIds" | "amountFen"> & {
  lines: { chargeId: string; amountFen: number }[];
};

let count = 0;

/** A community where schemes are set up and given at the desk, with its people; open from 2025-01. */
export async function aDiscountDesk(app: TestApp) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const item = await savedFeeItem(app, projectId);
  const at = `/projects/${projectId}`;
  const setter = await app.as(["billing:read", "billing:rates"], projectId);
  const cashier = await app.as(["property:read", "billing:read", "billing:collect"], projectId, "出纳");
  const reviewer = await app.as(["billing:read", "billing:reverse"], projectId);

  /** A room whose year 2026 is billed, 255.83 yuan a month. */
  async function billed(months = 12) {
    const [room, payer] = [await savedRoom(app, projectId), await savedCustomer(app, projectId)];
    const charges = [];
    for (let month = 1; month <= months; month += 1) {
      const period = `2026-${String(month).padStart(2, "0")}`;
      const days = { period, serviceFrom: `${period}-01`, serviceTo: `${period}-28`, dueOn: `${period}-20` };
      charges.push(await savedCharge(app, room, { payerId: payer.id, feeItemId: item.id, amountFen: 25_583, ...days }));
    }
    return { room, payer, charges, ids: charges.map(({ id }) => id) };
  }

  const aScheme = (overrides: Partial<SaveDiscountSchemeDto> = {}): SaveDiscountSchemeDto => ({
    name: `年缴优惠${(count += 1)}`,
    feeItemIds: [item.id],
    givenAt: "PAYMENT",
    months: 12,
    benefit: "PERCENT",
    percent: "5",
    startsOn: "2026-01-01",
    endsOn: "2026-01-31",
    stackable: false,
    active: true,
    ...overrides,
  });

  async function savedScheme(overrides: Partial<SaveDiscountSchemeDto> = {}) {
    const body = aScheme(overrides);
    const reply = await setter.post(`${at}/discount-schemes`, body);
    expect(reply.status).toBe(201);
    return { ...body, id: reply.body.id as string };
  }

  type Billed = Awaited<ReturnType<typeof billed>>;

  const offers = async (
    { payer }: Billed,
    chargeIds: string[],
    schemeIds: string[] = [],
  ): Promise<DiscountOfferDto[]> =>
    (await cashier.post(`${at}/discounts/proposal`, { payerId: payer.id, chargeIds, schemeIds })).body.offers;

  const offerOf = async (one: Billed, schemeId: string, chargeIds = one.ids) =>
    (await offers(one, chargeIds)).find((offer) => offer.schemeId === schemeId);

  /** A receipt that settles the charges with these discounts. */
  function aReceipt({ payer, charges }: Billed, given: Given[]) {
    const off = new Map<string, number>();
    for (const { lines } of given)
      for (const { chargeId, amountFen } of lines) off.set(chargeId, (off.get(chargeId) ?? 0) + amountFen);
    const lines = charges
      .map(({ id, amountFen }) => ({ chargeId: id, amountFen: amountFen - (off.get(id) ?? 0) }))
      .filter(({ amountFen }) => amountFen > 0);
    return {
      id: randomUUID(),
      payerId: payer.id,
      lines,
      discounts: given.map(({ schemeId, chargeIds, amountFen }) => ({ schemeId, chargeIds, amountFen })),
      methods: [{ method: "CASH", tenderedFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) }],
    };
  }

  /** The receipt that a cashier posts who ticks these schemes. */
  async function takenAt(one: Billed, ...schemeIds: string[]) {
    const found = await offers(one, one.ids, schemeIds);
    return aReceipt(
      one,
      found.filter(({ given }) => given),
    );
  }

  const post = (body: object) => cashier.post(`${at}/receipts`, body);

  return {
    projectId,
    at,
    item,
    setter,
    cashier,
    reviewer,
    aReceipt,
    aScheme,
    billed,
    offerOf,
    offers,
    post,
    savedScheme,
    takenAt,
  };
}
