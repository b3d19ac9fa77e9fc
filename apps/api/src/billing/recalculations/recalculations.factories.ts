import type { ComputeRecalculationDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";
import { ok } from "../debit/debit.factories.js";

/** A project whose July is billed at 2.38 yuan for so many rooms of 89.47 m², and its people. */
async function aCommunity(app: TestApp, rooms = 1, terms: Parameters<typeof savedRate>[2] = {}) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const item = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, item, terms);
  const billed = [];
  for (let i = 0; i < rooms; i += 1) {
    const room = await savedRoom(app, projectId, { chargeArea: "89.47", buildingArea: "110" });
    billed.push({ ...room, owner: await savedOwner(app, room) });
    await savedBinding(app, room, rate);
  }
  const finance = await app.as(
    ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:recalculate", "property:read"],
    projectId,
    "财务乙",
  );
  const both = ["property:read", "billing:read", "billing:recalculate", "billing:approve-recalculation"] as const;
  const manager = await app.as([...both, "billing:waive", "billing:approve-waiver"], projectId, "项目经理");
  const cashier = await app.as(["billing:read", "billing:collect", "property:read"], projectId, "收费员甲");
  await published(app, finance, projectId, { period: "2025-07" });
  const at = `/projects/${projectId}`;
  const changePrice = (startsOn = "2025-07-16", unitPrice = "2.80") =>
    finance.post(`${at}/rates/${rate.id}/versions`, { startsOn, unitPrice, inBilledTime: true });
  return { projectId, at, item, rate, rooms: billed, finance, manager, cashier, changePrice };
}

export type Community = Awaited<ReturnType<typeof aCommunity>>;

export const asked = (
  { item }: Community,
  overrides: Partial<ComputeRecalculationDto> = {},
): ComputeRecalculationDto => ({
  feeItemIds: [item.id],
  fromPeriod: "2025-07",
  toPeriod: "2025-07",
  rooms: {},
  reason: "调价通知晚到",
  ...overrides,
});

export const one = async ({ at, finance }: Community, id: string) =>
  (await finance.get(`${at}/recalculations/${id}`)).body;
export const linesOf = async ({ at, finance }: Community, id: string, query = "") =>
  (await finance.get(`${at}/recalculations/${id}/lines?pageSize=100${query}`)).body.items;

export interface ChargeRow {
  id: string;
  room: string;
  from: string;
  to: string;
  payer: string;
  fen: number;
  reduced: number;
  open: number;
  due: string;
  runId: string | null;
  remark: string | null;
}

/** What people do with recalculations, and what they leave. */
export function recalculationsOf(app: TestApp) {
  const community = (rooms?: number, terms?: Parameters<typeof savedRate>[2]) => aCommunity(app, rooms, terms);

  /** Computes the differences. Answers the id. */
  async function computed(place: Community, overrides: Partial<ComputeRecalculationDto> = {}, client = place.finance) {
    const reply = await client.post(`${place.at}/recalculations`, asked(place, overrides));
    expect(reply.status).toBe(202);
    await app.drainJobs();
    return reply.body.recalculationId as string;
  }

  /** Hands a list in. Answers the URL of the approval. */
  async function submitted(place: Community, id: string, client = place.finance) {
    expect((await client.post(`${place.at}/recalculations/${id}/submit`, {})).status).toBe(204);
    return `${place.at}/approvals/${(await one(place, id)).approvalId}`;
  }

  async function applied(place: Community, id: string) {
    const approval = await submitted(place, id);
    expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
    await app.drainJobs();
    return one(place, id);
  }

  const standing = (projectId: string) =>
    app.db.query<ChargeRow[]>(
      `SELECT id, room_id AS room, service_from AS "from", service_to AS "to", payer_id AS payer, amount_fen AS fen,
              reduced_fen AS reduced, open_fen AS open, due_on AS due, run_id AS "runId", remark
         FROM charge WHERE project_id = $1 AND reversed_fen = 0 ORDER BY service_from, room_id, id`,
      [projectId],
    );

  /** An approved waiver of a bill. Answers its URL. */
  async function waived({ at, projectId, manager }: Community, chargeId: string, amountFen: number, more: object = {}) {
    const clerk = await app.as(["property:read", "billing:read", "billing:waive"], projectId);
    const waiver = {
      id: newId(),
      reasonCode: "SERVICE",
      reason: "停水三天",
      lines: [{ chargeId, amountFen }],
      ...more,
    };
    const { id, approvalId } = await ok(clerk.post(`${at}/waivers`, waiver));
    expect((await manager.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
    return `${at}/waivers/${id}`;
  }

  return { community, computed, submitted, applied, standing, waived };
}
