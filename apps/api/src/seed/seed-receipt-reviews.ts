import type { ReviewedReceiptPageDto } from "@linli/contracts";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  company: DemoClient;
  finance: DemoClient;
  today: string;
}

/** Receipts of the desk are reviewed by somebody else (3.1 no. 10): the first of the month are. */
export async function seedReceiptReviews({ company, finance, today }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  await company.put(`${at}/billing-settings/controls`, { receiptReview: "WARN" });
  const open = `${at}/receipt-reviews?state=OPEN&from=${today.slice(0, 7)}-01&pageSize=20`;
  const { items } = await finance.get<ReviewedReceiptPageDto>(open);
  const receiptIds = items.map(({ id }) => id);
  if (receiptIds.length > 0) await finance.post(`${at}/receipt-reviews`, { receiptIds });
}
