import type { CreateRateDto, RehearseRunDto, SaveFeeItemDto } from "@linli/contracts";
import type { TestApp, TestClient } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { unique } from "../property/property.factories.js";
import { Charge } from "./charges/charge.entity.js";
import { FeeItem } from "./fee-items/fee-item.entity.js";
import { ChargeObject } from "./objects/charge-object.entity.js";
import { RateBinding } from "./rates/rate-binding.entity.js";
import { RateVersion } from "./rates/rate-version.entity.js";
import { Rate } from "./rates/rate.entity.js";

type Columns<Row> = Omit<
  Row,
  "project" | "parent" | "feeItem" | "rate" | "room" | "payer" | "run" | "batch" | "principal" | "object"
>;

/** A row of a project as the factories need it. */
interface Key {
  projectId: string;
  id: string;
}

/** The body of a new fee item: 物业服务费, billed by rates. */
export const aFeeItem = (overrides: Partial<SaveFeeItemDto> = {}): SaveFeeItemDto => ({
  code: unique("F"),
  name: unique("物业服务费"),
  kind: "REGULAR",
  incomeClass: "PROPERTY",
  collectedForOthers: false,
  active: true,
  ...overrides,
});

/** The body of a new rate: 2.38 yuan per m² and month since 2020-01-01, due on the 20th. */
export const aRateOf = (
  feeItemId: string,
  {
    version,
    ...overrides
  }: Partial<Omit<CreateRateDto, "version">> & { version?: Partial<CreateRateDto["version"]> } = {},
): CreateRateDto => ({
  feeItemId,
  name: unique("高层住宅"),
  base: "AREA",
  areaKind: "CHARGE",
  cycle: "MONTH",
  timing: "PREPAID",
  proration: "ACTUAL_DAYS",
  changePolicy: "SPLIT_DAYS",
  roundingMode: "HALF_UP",
  roundingUnit: "0.01",
  dueRule: "DAY_OF_MONTH",
  dueDays: 20,
  version: { startsOn: "2020-01-01", unitPrice: "2.38", surcharge: "0", ...version },
  ...overrides,
});

/** A fee item billed by rates. */
export async function savedFeeItem(
  app: TestApp,
  projectId: string,
  overrides: Partial<Columns<FeeItem>> = {},
): Promise<Columns<FeeItem>> {
  const item: Columns<FeeItem> = {
    projectId,
    id: newId(),
    code: unique("F"),
    name: unique("物业服务费"),
    shortName: null,
    mnemonic: null,
    parentId: null,
    printForm: "OTHER",
    taxChanges: [],
    kind: "REGULAR",
    incomeClass: "PROPERTY",
    collectedForOthers: false,
    supplierName: null,
    keptAccount: null,
    unit: null,
    taxCode: null,
    taxRate: null,
    financeCode: null,
    remark: null,
    sort: 0,
    active: true,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(FeeItem, item);
  return item;
}

type PricedRate = Columns<Rate> & { versionId: string };

/** A rate of the fee item at 2.38 yuan per m² and month since 2020-01-01; `version` overrides price and dates. */
export async function savedRate(
  app: TestApp,
  { projectId, id: feeItemId }: Key,
  overrides: Partial<Columns<Rate>> = {},
  version: Partial<Columns<RateVersion>> = {},
): Promise<PricedRate> {
  const { version: price, ...terms } = aRateOf(feeItemId);
  const createdAt = app.clock.now();
  const rate: Columns<Rate> = {
    ...terms,
    cycleAnchor: "NATURAL",
    tierBasis: null,
    formula: null,
    minimumMonths: null,
    legalBasis: null,
    active: true,
    projectId,
    id: newId(),
    createdAt,
    ...overrides,
  };
  await app.db.manager.insert(Rate, rate);
  const row = { startsOn: price.startsOn, endsOn: null, unitPrice: price.unitPrice ?? "2.38", surcharge: "0" };
  const versionId = newId();
  await app.db.manager.insert(RateVersion, {
    ...row,
    projectId,
    id: versionId,
    rateId: rate.id,
    createdAt,
    ...version,
  });
  return { ...rate, versionId };
}

/** A space that bindings and charges of the project can be for; answers its id. */
export async function savedSpace(app: TestApp, projectId: string, label: string): Promise<string> {
  const id = newId();
  const createdAt = app.clock.now();
  await app.db.query(
    `INSERT INTO parking_space (project_id, id, created_at, code, name, type, place, incomplete)
     VALUES ($1, $2, $3, $4, $5, 'UNDERGROUND', '地下一层', '{}')`,
    [projectId, id, createdAt, label.replace("车位 ", ""), label],
  );
  await app.db.manager.insert(ChargeObject, { projectId, id, createdAt, kind: "SPACE", label });
  return id;
}

/** The rate holds for the room since 2020-01-01. */
export async function savedBinding(
  app: TestApp,
  { projectId, id: roomId }: Key,
  { id: rateId, feeItemId }: { id: string; feeItemId: string },
  overrides: Partial<Columns<RateBinding>> = {},
): Promise<Columns<RateBinding>> {
  const binding: Columns<RateBinding> = {
    projectId,
    id: newId(),
    roomId,
    objectId: null,
    rateId,
    feeItemId,
    startsOn: "2020-01-01",
    endsOn: null,
    quantity: null,
    unitPrice: null,
    overrideReason: null,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(RateBinding, binding);
  return binding;
}

/** An unpaid charge of 100.00 yuan for January 2026, due on the 20th, as a run leaves it. */
export async function savedCharge(
  app: TestApp,
  { projectId, id: roomId }: Key,
  overrides: Partial<Columns<Charge>> & { payerId: string; feeItemId: string },
): Promise<Columns<Charge>> {
  const amountFen = overrides.amountFen ?? 10_000;
  const charge: Columns<Charge> = {
    projectId,
    id: newId(),
    roomId,
    objectId: null,
    rateId: null,
    rateVersionId: null,
    bindingId: null,
    runId: null,
    batchId: null,
    source: "RUN",
    principalId: null,
    period: "2026-01",
    bookedPeriod: overrides.period ?? "2026-01",
    serviceFrom: "2026-01-01",
    serviceTo: "2026-01-31",
    quantity: "100.00",
    unitPrice: "1.00",
    amountFen,
    reducedFen: 0,
    receivedFen: 0,
    offsetFen: 0,
    reversedFen: 0,
    openFen: amountFen,
    lastReceivedOn: null,
    cutOn: null,
    debitBatchId: null,
    lateBookedTo: null,
    lateBookedFen: null,
    dueOn: "2026-01-20",
    trace: null,
    remark: null,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(Charge, charge);
  return charge;
}

/** Rehearses a month over HTTP and runs the job to its end. Answers the run. */
export async function rehearsed(app: TestApp, client: TestClient, projectId: string, body: RehearseRunDto) {
  const { body: started, status } = await client.post(`/projects/${projectId}/runs`, body);
  if (status !== 202) throw new Error(`rehearsal refused: ${JSON.stringify(started)}`);
  await app.drainJobs();
  return (await client.get(`/projects/${projectId}/runs/${started.runId}`)).body;
}

/** Rehearses and publishes a month. Answers the run. */
export async function published(app: TestApp, client: TestClient, projectId: string, body: RehearseRunDto) {
  const run = await rehearsed(app, client, projectId, body);
  const { body: started, status } = await client.post(`/projects/${projectId}/runs/${run.id}/publish`, {
    skipWithoutPayer: true,
  });
  if (status !== 202) throw new Error(`publication refused: ${JSON.stringify(started)}`);
  await app.drainJobs();
  return (await client.get(`/projects/${projectId}/runs/${run.id}`)).body;
}
