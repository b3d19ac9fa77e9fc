import { randomUUID } from "node:crypto";
import type { CreateDepositDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

/** A desk with a deposit item, an income item, and the people who deal with deposits. */
export async function aDepositDesk(app: TestApp) {
  const desk = await aDesk(app);
  const { projectId, url, room, owner, cashier } = desk;
  const depositItem = await savedFeeItem(app, projectId, { kind: "DEPOSIT" });
  const damage = await savedFeeItem(app, projectId, { kind: "ONE_OFF" });
  const clerk = await app.as(
    ["billing:read", "billing:one-off", "billing:deposit", "property:read"],
    projectId,
    "工程甲",
  );
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], projectId, "客服丁");
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], projectId, "经理戊");
  const paid = async (amountFen = 200_000, overrides: Partial<CreateDepositDto> = {}) => {
    const dto = {
      id: randomUUID(),
      roomId: room.id,
      feeItemId: depositItem.id,
      object: "DECORATION",
      amountFen,
      ...overrides,
    };
    const { body } = await clerk.post(`${url}/deposits`, dto);
    const charge = { id: body.chargeId, openFen: amountFen };
    const receipt = await cashier.post(`${url}/receipts`, aReceipt(owner.id, [charge]));
    if (receipt.status !== 201) throw new Error(JSON.stringify(receipt.body));
    return { ...body, receiptId: receipt.body.id };
  };
  const proof = (depositId: string) =>
    clerk.upload(`${url}/attachments?ownerType=deposit&ownerId=${depositId}&kind=PROOF`, {
      name: "现场.pdf",
      content: PDF,
    });
  return { ...desk, depositItem, damage, clerk, asker, approver, paid, proof };
}

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
