import type { SaveTransferDto, TransferDetailDto } from "@linli/contracts";
import type { TestApp, TestClient } from "../../../test/test-app.js";
import { monthsOf } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";

const proof = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

export interface OpenCharge {
  id: string;
  payerId: string;
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  openFen: number;
  period: string;
  feeItemName: string;
}

/**
 * A room with an owner, a standard (or two, of two items) and some months billed to him, and the people who deal with its transfer: a receptionist
 * and a manager who approves.
 */
export async function aSoldRoom(
  app: TestApp,
  {
    area = "112.08",
    price = "2.95",
    months = ["2025-04", "2025-06"] as [string, string],
    prepaid = 0,
    cycle = "MONTH",
    furtherPrice = null as string | null,
  } = {},
) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const room = await savedRoom(app, projectId, { chargeArea: area, buildingArea: area });
  const feeItem = await savedFeeItem(app, projectId);
  await savedBinding(app, room, await savedRate(app, feeItem, { cycle }, { unitPrice: price }));
  if (furtherPrice !== null) {
    const further = await savedFeeItem(app, projectId, { name: "电梯运行费", sort: 1 });
    await savedBinding(app, room, await savedRate(app, further, { cycle }, { unitPrice: furtherPrice }));
  }
  const seller = await savedOwner(app, room, { name: "张伟" });
  const buyer = await savedCustomer(app, projectId, { name: "王芳" });
  const [manager, receptionist, cashier] = [
    await app.asRole("PROJECT_MANAGER", projectId),
    await app.asRole("RECEPTIONIST", projectId),
    await app.asRole("CASHIER", projectId),
  ];
  const at = `/projects/${projectId}`;
  for (const period of monthsOf(...months)) await published(app, manager, projectId, { period });
  if (prepaid > 0) {
    const prepayment = { roomId: room.id, amountFen: prepaid };
    const receipt = { id: newId(), payerId: seller.id, lines: [], prepayment };
    await ok(cashier.post(`${at}/receipts`, { ...receipt, methods: [{ method: "CASH", tenderedFen: prepaid }] }));
  }
  const charges = async () => {
    const { body } = await cashier.get(`${at}/charges?pageSize=200&roomId=${room.id}`);
    return body.items as OpenCharge[];
  };
  const owes = async (payerId: string) =>
    (await charges()).filter((one) => one.payerId === payerId).reduce((sum, { openFen }) => sum + openFen, 0);
  const pay = async (payerId: string, due: OpenCharge[], amounts = due.map(({ openFen }) => openFen)) => {
    const lines = due.map(({ id }, index) => ({ chargeId: id, amountFen: amounts[index]! }));
    const tenderedFen = amounts.reduce((sum, fen) => sum + fen, 0);
    const methods = [{ method: "CASH", tenderedFen }];
    return cashier.post(`${at}/receipts`, { id: newId(), payerId, lines, methods });
  };
  return { projectId, at, room, feeItem, seller, buyer, manager, receptionist, cashier, charges, owes, pay };
}

export type SoldRoom = Awaited<ReturnType<typeof aSoldRoom>>;

async function ok(reply: ReturnType<TestClient["get"]>) {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** The body of a draft: sold to the buyer on 2025-06-18. */
export const aDraft = (
  { buyer }: SoldRoom,
  version: number,
  overrides: Partial<SaveTransferDto> = {},
): SaveTransferDto => ({
  version,
  transferOn: "2025-06-18",
  reason: "SALE",
  arrears: "STAY",
  prepayment: "REFUND",
  relations: [],
  owners: [{ customerId: buyer.id }],
  readings: [],
  confirmations: [],
  ...overrides,
});

/** Uploads a file of the transfer. */
export const uploaded = ({ at, receptionist }: SoldRoom, id: string, kind = "PROOF") =>
  receptionist.upload(`${at}/attachments?ownerType=transfer&ownerId=${id}&kind=${kind}`, {
    name: "产权证.pdf",
    content: proof,
  });

/** A transfer saved as a draft with its documents. */
export async function drafted(sold: SoldRoom, overrides: Partial<SaveTransferDto> = {}): Promise<TransferDetailDto> {
  const { at, room, receptionist } = sold;
  const { id, version } = await ok(receptionist.post(`${at}/transfers`, { roomId: room.id }));
  const saved = await ok(receptionist.put(`${at}/transfers/${id}`, aDraft(sold, version, overrides)));
  for (const kind of ["PROOF", "AGREEMENT"]) await ok(uploaded(sold, id, kind));
  return saved;
}

/** Drafted and submitted: 待结清. */
export async function submitted(sold: SoldRoom, overrides: Partial<SaveTransferDto> = {}): Promise<TransferDetailDto> {
  const { id, version } = await drafted(sold, overrides);
  return ok(sold.receptionist.post(`${sold.at}/transfers/${id}/submit`, { version }));
}

/** Completed: directly when nothing stays open, else by the manager's approval. */
export async function transferred(
  sold: SoldRoom,
  overrides: Partial<SaveTransferDto> = {},
): Promise<TransferDetailDto> {
  const { at, receptionist, manager } = sold;
  const { id, version, open } = await submitted(sold, overrides);
  if (open.length === 0) return ok(receptionist.post(`${at}/transfers/${id}/complete`, { version }));
  const asked = await ok(
    receptionist.post(`${at}/transfers/${id}/request-approval`, { version, reason: "双方同意按此办理" }),
  );
  await ok(manager.post(`${at}/approvals/${asked.approvalId}/approve`, {}));
  return ok(receptionist.get(`${at}/transfers/${id}`));
}
