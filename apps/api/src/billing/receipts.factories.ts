import type { PayRefundRequestDto, PostReceiptDto, RequestRefundDto, ReversalApproval } from "@linli/contracts";
import type { TestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { savedOwner } from "../customer/customer.factories.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { savedCharge, savedFeeItem } from "./billing.factories.js";
import { ChargeEntry } from "./charges/charge-entry.entity.js";

/**
 * A project with a room, its owner and a fee item, and people with the desk's rights. One person reverses a receipt of
 * any day: the specs of the second person set it otherwise.
 */
export async function aDesk(app: TestApp, overrides: Parameters<typeof savedProject>[1] = {}) {
  const { id: projectId } = await savedProject(app, overrides);
  const [room, feeItem] = await Promise.all([savedRoom(app, projectId), savedFeeItem(app, projectId)]);
  const owner = await savedOwner(app, room);
  await reversedByOne(app, projectId);
  const cashier = await app.as(
    ["billing:read", "billing:collect", "billing:print", "property:read"],
    projectId,
    "收费员甲",
  );
  const reviewer = await app.as(
    ["billing:read", "billing:reverse", "billing:close", "billing:print"],
    projectId,
    "财务乙",
  );
  const refunder = await app.as(["billing:read", "billing:refund"], projectId, "财务丙");
  const charged = (amountFen: number, period = "2026-03", more: Partial<Parameters<typeof savedCharge>[2]> = {}) =>
    savedCharge(app, room, {
      payerId: owner.id,
      feeItemId: feeItem.id,
      amountFen,
      period,
      serviceFrom: `${period}-01`,
      serviceTo: `${period}-28`,
      dueOn: `${period}-20`,
      source: "MANUAL",
      ...more,
    });
  return { projectId, room, feeItem, owner, cashier, reviewer, refunder, charged, url: `/projects/${projectId}` };
}

/** One person may reverse a receipt of any day in this project, or as said. */
export async function reversedByOne(
  app: TestApp,
  projectId: string,
  approval: ReversalApproval = "NEVER",
): Promise<void> {
  await app.db.query(
    "INSERT INTO billing_settings (project_id, id, created_at, waiver_limit_fen, reversal_approval) VALUES ($1, $2, $3, 100000, $4)",
    [projectId, newId(), app.clock.now(), approval],
  );
}

export type Desk = Awaited<ReturnType<typeof aDesk>>;

/** The body of a receipt that pays charges in full, in cash. */
export function aReceipt(
  payerId: string,
  charges: readonly { id: string; openFen: number }[],
  overrides: Partial<PostReceiptDto> = {},
): PostReceiptDto {
  const lines = charges.map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen }));
  const tenderedFen =
    (overrides.lines ?? lines).reduce((sum, { amountFen }) => sum + amountFen, 0) +
    (overrides.prepayment?.amountFen ?? 0);
  return { id: newId(), payerId, lines, methods: [{ method: "CASH", tenderedFen }], ...overrides };
}

/** Books a waiver or an adjustment on a charge, as approvals will: negative reduces what is owed; in fen. */
export async function savedEntry(
  app: TestApp,
  projectId: string,
  chargeId: string,
  kind: "WAIVER" | "ADJUSTMENT",
  amountFen: number,
  bookedOn: string,
  reason = "测试",
): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.insert(ChargeEntry, {
      projectId,
      id: newId(),
      chargeId,
      kind,
      amountFen,
      bookedOn,
      period: bookedOn.slice(0, 7),
      receiptId: null,
      source: kind === "ADJUSTMENT" ? "BORNE" : null,
      reason,
      createdBy: newId(),
      createdAt: app.clock.now(),
    });
    await tx.query(
      "UPDATE charge SET reduced_fen = reduced_fen - $3::bigint, open_fen = open_fen + $3::bigint WHERE project_id = $1 AND id = $2",
      [projectId, chargeId, amountFen],
    );
  });
}

/** Money of a red receipt is asked back, in cash unless said otherwise, and approved by somebody else; a third person pays it. */
export async function aRefundApproved(
  app: TestApp,
  { projectId, url, refunder }: Pick<Desk, "projectId" | "url" | "refunder">,
  redReceiptId: string,
  amountFen: number,
  more: Partial<RequestRefundDto> = {},
) {
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], projectId, "客服丁");
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], projectId, "经理戊");
  const asked = await asker.post(`${url}/refund-requests`, {
    id: newId(),
    source: "RED_RECEIPT",
    sourceId: redReceiptId,
    amountFen,
    method: "CASH",
    channelReason: "业主要现金",
    reason: "收错退款",
    ...more,
  });
  if (asked.status === 201) await approver.post(`${url}/approvals/${asked.body.approvalId}/approve`, {});
  const pay = (dto: PayRefundRequestDto = {}, by = refunder) =>
    by.post(`${url}/refund-requests/${asked.body.id}/pay`, dto);
  return { asked, asker, approver, pay };
}

/** The same and paid: the last answer, a refusal of the request or that of the payment. */
export async function aRefundPaid(...given: Parameters<typeof aRefundApproved>) {
  const { asked, pay } = await aRefundApproved(...given);
  return asked.status === 201 ? pay() : asked;
}
