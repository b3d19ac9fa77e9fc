import type { CollectedItemsDto } from "@linli/contracts";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  finance: DemoClient;
  today: string;
}

/** Half of what was collected for others, handed over to each of them (BIL-07). */
export async function seedRemittances({ finance, today }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}/remittances`;
  const { items } = await finance.get<CollectedItemsDto>(`${at}/items`);
  for (const [index, { feeItemId, toRemitFen }] of items.entries()) {
    const amountFen = Math.floor(toRemitFen / 200) * 100;
    if (amountFen <= 0) continue;
    const slipNo = `${today.replaceAll("-", "")}${String(index + 1).padStart(3, "0")}`;
    await finance.post(at, { id: newId(), feeItemId, bookedOn: today, amountFen, method: "TRANSFER", slipNo });
  }
}
