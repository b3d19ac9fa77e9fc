import type { LateFeeUnit, Permission } from "@linli/contracts";
import { savedCustomer, savedRelation } from "../../src/customer/customer.factories.js";
import { savedBinding, savedFeeItem, savedRate } from "../../src/billing/billing.factories.js";
import { anAgreement, aScheme, ok } from "../../src/billing/debit/debit.factories.js";
import { reversedByOne } from "../../src/billing/receipts.factories.js";
import { savedProject, savedRoom, savedUnit } from "../../src/property/property.factories.js";
import type { Reply, TestApp, TestClient } from "../test-app.js";
import { Books, type RoomOf } from "./books.js";
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
}

/** The people of the company, the same in every town: one takes money, one reviews, one pays back. */
export interface Staff {
  clerk: TestClient;
  reviewer: TestClient;
  payer: TestClient;
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
  "customer:read",
  "customer:transfer",
  "project:settings",
  "property:read",
];
const REVIEWER: Permission[] = [
  "billing:read",
  "billing:reverse",
  "billing:approve-waiver",
  "billing:approve-large-waiver",
  "billing:close",
  "billing:approve-reopen",
  "billing:approve-refund",
  "customer:read",
  "customer:approve-transfer",
  "property:read",
];
const PAYER: Permission[] = ["billing:read", "billing:refund", "property:read"];

export async function theStaff(app: TestApp): Promise<Staff> {
  return { clerk: await app.as(CLERK), reviewer: await app.as(REVIEWER), payer: await app.as(PAYER) };
}

/** The real thing: a project of two rooms and four customers, spoken to over HTTP. */
export interface Town extends Staff {
  app: TestApp;
  projectId: string;
  at: string;
  schemeId: string;
  /** Two who own a room in the beginning, two who may buy one. */
  customers: readonly { id: string; name: string }[];
}

const AREAS = ["89.47", "33.33"] as const;
const PRICE = "2.38";
const hundredths = (decimal: string) => BigInt(decimal.replace(".", ""));

/** A new town and its books, both empty, on 8 January 2026. */
export async function aTown(app: TestApp, staff: Staff, terms: TownTerms): Promise<{ model: Books; real: Town }> {
  app.clock.set("2026-01-08");
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  await reversedByOne(app, projectId);
  const at = `/projects/${projectId}`;
  const { id: unitId } = await savedUnit(app, projectId);
  const [regular, oneOff, lateFee] = [
    await savedFeeItem(app, projectId),
    await savedFeeItem(app, projectId, { kind: "ONE_OFF", sort: 1 }),
    await savedFeeItem(app, projectId, { kind: "ONE_OFF", sort: 2 }),
  ];
  const rate = await savedRate(app, regular, {}, { unitPrice: PRICE });
  const { clerk } = staff;
  const scheme = await ok(clerk.post(`${at}/debit-schemes`, aScheme("BANK_FRONT_END", { minimumFen: 1 })));
  await setTerms(clerk, at, terms, {
    regular: regular.id,
    oneOff: oneOff.id,
    lateFee: lateFee.id,
  });
  const customers = [];
  for (const name of ["张伟", "王芳", "李娜", "刘洋"]) customers.push(await savedCustomer(app, projectId, { name }));
  const rooms: RoomOf[] = [];
  for (const [index, area] of AREAS.entries()) {
    const room = await savedRoom(app, projectId, { unitId, chargeArea: area, buildingArea: area });
    const customer = customers[index]!;
    await savedRelation(app, room, { customerId: customer.id, isPrimaryContact: true });
    await savedBinding(app, room, rate);
    const account = `62220200000000000${index + 1}`;
    const agreement = await ok(
      clerk.post(`${at}/debit-agreements`, anAgreement(room, customer, scheme, regular, { account })),
    );
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2026-01-05", consented: true }));
    const owners = [{ customer: customer.id, from: "2020-01-01" }];
    rooms.push({
      id: room.id,
      area: hundredths(area),
      price: hundredths(PRICE),
      owners,
      agreement: { customer: customer.id, account },
    });
  }
  const model = new Books(
    rooms,
    { regular: regular.id, oneOff: oneOff.id, lateFee: lateFee.id },
    {
      graceDays: terms.graceDays,
      graceIsFree: terms.graceIsFree,
      cap: terms.cap === null ? null : BigInt(terms.cap) * 10_000n,
      unit: terms.unit,
      rates: ["2026-01-01", "2026-03-01"].map((from, index) => ({ from, rate: BigInt(rateOf(terms, index)) * 1000n })),
      wholeBillsOnly: terms.wholeBillsOnly,
    },
  );
  return { model, real: { ...staff, app, projectId, at, schemeId: scheme.id, customers } };
}

/** Hundred-thousandths of a day or month. */
const rateOf = ({ unit, rates }: TownTerms, index: number) => rates[index]! * (unit === "DAY" ? 1 : 20);

async function setTerms(clerk: TestClient, at: string, terms: TownTerms, items: Books["items"]) {
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
  await ok(clerk.put(`${at}/offset-scheme`, { ...offsets, shortage: terms.wholeBillsOnly ? "WHOLE_ONLY" : "PARTIAL" }));
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
