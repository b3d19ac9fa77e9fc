import type { LateFeeUnit, Permission, ReversalApproval } from "@linli/contracts";
import { savedCustomer, savedRelation } from "../../src/customer/customer.factories.js";
import { savedBinding, savedFeeItem, savedRate, savedSpace } from "../../src/billing/billing.factories.js";
import { anAgreement, aScheme, ok } from "../../src/billing/debit/debit.factories.js";
import { reversedByOne } from "../../src/billing/receipts.factories.js";
import { aVehicle } from "../../src/parking/vehicles/vehicles.factories.js";
import { savedProject, savedRoom, savedUnit } from "../../src/property/property.factories.js";
import type { Reply, TestApp, TestClient } from "../test-app.js";
import { Books } from "./books.js";
import type { RateOf, RoomOf, StartTerms, ThingOf } from "./kept.js";
import { note } from "./coverage.js";

/** What differs from one town to the next. */
export interface TownTerms {
  graceDays: number;
  graceIsFree: boolean;
  /** Ten-thousandths of the principal; null for no cap. */
  cap: number | null;
  /** Late fees by day, or by month at twenty times the rate. */
  unit: LateFeeUnit;
  /** Hundred-thousandths a day, from January and from March on. */
  rates: readonly [number, number];
  wholeBillsOnly: boolean;
  /** Prepayments are offset once somebody else has reviewed their receipts. */
  reviewedOnly: boolean;
  /** Which red receipts of money taken at the desk need a second person (BIL-80). */
  reversalApproval: ReversalApproval;
  /** Null where dates are chosen by hand. `isLacking`: a room is handed over by its state, without a date. */
  start: (StartTerms & { isLacking: boolean }) | null;
}

/** The people of the company, the same in every town: one takes money, one reviews, one pays back and hands over, one approves red receipts, one sets rules. */
export interface Staff {
  clerk: TestClient;
  reviewer: TestClient;
  payer: TestClient;
  chief: TestClient;
  director: TestClient;
}

const CLERK: Permission[] = [
  "billing:read",
  "billing:rates",
  "billing:one-off",
  "billing:run",
  "billing:publish",
  "billing:collect",
  "billing:reverse",
  "billing:offset",
  "billing:waive",
  "billing:debit",
  "billing:debit-scheme",
  "billing:debit-agreement",
  "billing:reopen",
  "billing:request-refund",
  "billing:recalculate",
  "customer:read",
  "customer:transfer",
  "parking:read",
  "parking:write",
  "project:settings",
  "property:read",
  "property:state",
];
const REVIEWER: Permission[] = [
  "billing:read",
  "billing:reverse",
  "billing:review",
  "billing:approve-waiver",
  "billing:approve-large-waiver",
  "billing:close",
  "billing:approve-reopen",
  "billing:approve-refund",
  "billing:approve-recalculation",
  "customer:read",
  "customer:approve-transfer",
  "property:read",
];
const PAYER: Permission[] = ["billing:read", "billing:refund", "billing:remit", "property:read"];
const DIRECTOR: Permission[] = ["billing:read", "billing:control-settings", "project:settings", "property:read"];
const CHIEF: Permission[] = ["billing:read", "billing:approve-reversal", "property:read"];

export async function theStaff(app: TestApp): Promise<Staff> {
  return {
    clerk: await app.as(CLERK),
    reviewer: await app.as(REVIEWER),
    payer: await app.as(PAYER),
    chief: await app.as(CHIEF),
    director: await app.as(DIRECTOR),
  };
}

/** The real thing: a project of two rooms, one with two spaces of its own, and four customers, spoken to over HTTP. */
export interface Town extends Staff {
  app: TestApp;
  projectId: string;
  at: string;
  schemeId: string;
  /** The scheme of late fees that standards may choose: 2 % a month. */
  chosenId: string;
  /** Two who own a room in the beginning, two who may buy one. */
  customers: readonly { id: string; name: string }[];
}

const AREAS = ["89.47", "33.33"] as const;
const PRICE = "2.38";
const SPACE_PRICE = "61.55";
/** The spaces of the first room: one from the beginning, one from a day in February to a day in May. */
const SPACES = [
  { label: "车位 A", startsOn: "2020-01-01", endsOn: null },
  { label: "车位 B", startsOn: "2026-02-10", endsOn: "2026-05-21" },
] as const;

/** A decimal as a whole number of its last place. */
export const scaled = (decimal: string, places: number) => {
  const [whole, rest = ""] = decimal.split(".");
  return BigInt(whole + rest.padEnd(places, "0"));
};

/** A new town and its books, both empty, on 8 January 2026. */
export async function aTown(app: TestApp, staff: Staff, terms: TownTerms): Promise<{ model: Books; real: Town }> {
  app.clock.set("2026-01-08");
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  await reversedByOne(app, projectId, terms.reversalApproval);
  const at = `/projects/${projectId}`;
  const { id: unitId } = await savedUnit(app, projectId);
  const supplier = { collectedForOthers: true, supplierName: "江州自来水公司" };
  const [regular, oneOff, forOthers, lateFee] = [
    await savedFeeItem(app, projectId),
    await savedFeeItem(app, projectId, { kind: "ONE_OFF", sort: 1 }),
    await savedFeeItem(app, projectId, { kind: "ONE_OFF", sort: 2, ...supplier }),
    await savedFeeItem(app, projectId, { kind: "ONE_OFF", sort: 3 }),
  ];
  const items = { regular: regular.id, oneOff: oneOff.id, forOthers: forOthers.id, lateFee: lateFee.id };
  const rate = await savedRate(app, regular, {}, { unitPrice: PRICE });
  const ofSpaces = await savedRate(app, regular, { base: "FIXED" }, { unitPrice: SPACE_PRICE });
  const ofRooms: RateOf = { id: rate.id, prices: [{ from: "2020-01-01", price: scaled(PRICE, 4), lateFee: "ITEM" }] };
  const ofPieces: RateOf = {
    id: ofSpaces.id,
    prices: [{ from: "2020-01-01", price: scaled(SPACE_PRICE, 4), lateFee: "ITEM" }],
  };
  const { clerk } = staff;
  const scheme = await ok(clerk.post(`${at}/debit-schemes`, aScheme("BANK_FRONT_END", { minimumFen: 1 })));
  const chosenId = await setTerms(staff, at, terms, items);
  const customers = [];
  for (const name of ["张伟", "王芳", "李娜", "刘洋"]) customers.push(await savedCustomer(app, projectId, { name }));
  const rooms: RoomOf[] = [];
  for (const [index, area] of AREAS.entries()) {
    const state = handoverOf(terms, index);
    const room = await savedRoom(app, projectId, { unitId, chargeArea: area, buildingArea: area, ...state });
    const customer = customers[index]!;
    await savedRelation(app, room, { customerId: customer.id, isPrimaryContact: true });
    await savedBinding(app, room, rate);
    const account = `62220200000000000${index + 1}`;
    const agreement = await ok(
      clerk.post(`${at}/debit-agreements`, anAgreement(room, customer, scheme, regular, { account })),
    );
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2026-01-05", consented: true }));
    const owners = [{ customer: customer.id, from: "2020-01-01" }];
    const itself: ThingOf = { object: null, rate: ofRooms, quantity: scaled(area, 2), from: "2020-01-01", to: null };
    rooms.push({
      id: room.id,
      things: [itself, ...(index === 0 ? await theSpaces(app, room, ofSpaces, ofPieces) : [])],
      state: state.state,
      noticedOn: null,
      handedOverOn: state.handedOverOn,
      owners,
      agreement: { customer: customer.id, account },
    });
  }
  const vehicle = await ok(clerk.post(`${at}/vehicles`, aVehicle(customers[3]!)));
  const developer = await savedCustomer(app, projectId, { kind: "COMPANY", name: "湖畔置业有限公司" });
  if (terms.start) {
    const { rule, noticeDays, isWholeMonth } = terms.start;
    const developerShare = isWholeMonth ? "WHOLE_MONTH" : "TO_THE_DAY";
    const policy = { rule, noticeDays, developerShare, developerId: developer.id };
    await ok(clerk.put(`${at}/billing-settings/charge-start`, policy));
  }
  const model = new Books(
    rooms,
    items,
    {
      graceDays: terms.graceDays,
      graceIsFree: terms.graceIsFree,
      cap: terms.cap === null ? null : BigInt(terms.cap) * 10_000n,
      unit: terms.unit,
      rates: ["2026-01-01", "2026-03-01"].map((from, index) => ({ from, rate: BigInt(rateOf(terms, index)) * 1000n })),
      chosen: {
        graceDays: 3,
        graceIsFree: true,
        cap: null,
        unit: "MONTH_BEGUN",
        rates: [{ from: "2026-01-01", rate: 2_000_000n }],
      },
      wholeBillsOnly: terms.wholeBillsOnly,
      reviewedOnly: terms.reviewedOnly,
      reversalApproval: terms.reversalApproval,
    },
    developer.id,
    terms.start,
    vehicle.id,
  );
  return { model, real: { ...staff, app, projectId, at, schemeId: scheme.id, chosenId, customers } };
}

/** The first room was handed over long ago, the second is not, where that decides who pays. */
const handoverOf = ({ start }: TownTerms, index: number): Pick<RoomOf, "state" | "handedOverOn"> => {
  if (!start) return { state: "OCCUPIED", handedOverOn: null };
  if (index === 0) return { state: "OCCUPIED", handedOverOn: "2020-01-01" };
  return { state: start.isLacking ? "OCCUPIED" : "SOLD", handedOverOn: null };
};

async function theSpaces(
  app: TestApp,
  room: Parameters<typeof savedBinding>[1],
  rate: Parameters<typeof savedBinding>[2],
  priced: RateOf,
): Promise<ThingOf[]> {
  const spaces: ThingOf[] = [];
  for (const { label, startsOn, endsOn } of SPACES) {
    const object = await savedSpace(app, room.projectId, label);
    await savedBinding(app, room, rate, { objectId: object, startsOn, endsOn });
    spaces.push({ object, rate: priced, quantity: 100n, from: startsOn, to: endsOn });
  }
  return spaces;
}

/** Hundred-thousandths of a day or month. */
const rateOf = ({ unit, rates }: TownTerms, index: number) => rates[index]! * (unit === "DAY" ? 1 : 20);

/** Answers the id of the scheme of late fees that is of no item. */
async function setTerms(
  { clerk, director }: Staff,
  at: string,
  terms: TownTerms,
  items: Books["items"],
): Promise<string> {
  const share = (value: number, places: number) => (value / 10 ** places).toFixed(places);
  const rate = (index: number) => ({
    [terms.unit === "DAY" ? "dailyRate" : "monthlyRate"]: share(rateOf(terms, index), 5),
  });
  const scheme = await ok(
    clerk.post(`${at}/late-fee-schemes`, {
      name: "违约金",
      feeItemId: items.lateFee,
      chargedItemIds: [items.regular, items.oneOff],
      graceDays: terms.graceDays,
      gracePolicy: terms.graceIsFree ? "FREE" : "COUNTED",
      ...(terms.cap !== null && { capShare: share(terms.cap, 4) }),
      unit: terms.unit,
      startsOn: "2026-01-01",
      ...rate(0),
    }),
  );
  await ok(
    clerk.post(`${at}/late-fee-schemes/${scheme.id}/rates`, {
      startsOn: "2026-03-01",
      ...rate(1),
    }),
  );
  const offsets = {
    enabled: true,
    onPublish: false,
    daily: false,
    onlyListed: false,
    feeItemIds: [],
    order: "PERIOD_FIRST",
  };
  const shortage = terms.wholeBillsOnly ? "WHOLE_ONLY" : "PARTIAL";
  await ok(director.put(`${at}/offset-scheme`, { ...offsets, shortage, reviewedOnly: terms.reviewedOnly }));
  const chosen = await ok(
    clerk.post(`${at}/late-fee-schemes`, {
      name: "商铺违约金",
      feeItemId: items.lateFee,
      chargedItemIds: [],
      graceDays: 3,
      gracePolicy: "FREE",
      unit: "MONTH_BEGUN",
      monthlyRate: "0.02",
      startsOn: "2026-01-01",
    }),
  );
  return chosen.id;
}

/**
 * Whether it was done, as the model says: done when it knows nothing against it, else refused for one of the reasons it
 * knows, in a Chinese sentence.
 */
export function agreed({ status, body }: Reply, reasons: readonly string[]): boolean {
  const isDone = status < 300;
  if (isDone && reasons.length === 0) return true;
  if (status !== 409 || !reasons.includes(body.code)) {
    const wanted = reasons.length === 0 ? "it to be done" : `a refusal (${reasons.join(", ")})`;
    throw new Error(`the model expects ${wanted}, the API says ${status} ${JSON.stringify(body)}`);
  }
  note(body.code);
  return false;
}
