import type { InvoiceableReceiptDto, InvoiceSettingsDto, ReceiptPageDto } from "@linli/contracts";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { InvoiceFolders } from "../billing/e-invoices/file-drop/invoice-folders.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  finance: DemoClient;
  folders: InvoiceFolders;
  today: string;
}

const SETTINGS: InvoiceSettingsDto = {
  adapter: "FILE_DROP",
  sellerName: "江州邻里物业服务有限公司",
  sellerTaxNumber: "91330100MA2DEM0X1F",
  sellerAddress: "江州市滨江大道 18 号",
  sellerPhone: "0571-86010018",
  sellerBank: "江州银行滨江支行",
  sellerAccount: "620118000012345678",
  issuerName: "许衡",
  invoiceCollected: false,
};

/** The exchange of files switched on, and one invoice that went all its way by it. */
export async function seedEInvoices({ finance, folders, today }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  await finance.put(`${at}/invoice-settings`, SETTINGS);
  const { items } = await finance.get<ReceiptPageDto>(`${at}/receipts?status=VALID&pageSize=20`);
  for (const { id: receiptId, payerName } of items) {
    const { refusal, lines } = await finance.get<InvoiceableReceiptDto>(`${at}/receipts/${receiptId}/invoiceable`);
    const possible = lines.filter((line) => line.refusal === null && !line.lease && line.availableFen > 0);
    if (refusal !== null || possible.length === 0) continue;
    const { serial, amountFen } = await finance.post<{ serial: string; amountFen: number }>(`${at}/e-invoices`, {
      id: newId(),
      buyer: { kind: "PERSONAL", name: payerName },
      lines: possible.map(({ chargeId, availableFen }) => ({ receiptId, chargeId, amountFen: availableFen })),
    });
    await finance.post(`${at}/e-invoices/collect`);
    const result = {
      format: "linli-invoice-result/1",
      kind: "INVOICE",
      serial,
      attempt: 1,
      state: "ISSUED",
      amountFen,
    };
    const issued = { ...result, invoiceNo: "26330000000000000018", issuedOn: today };
    await writeFile(path.join(folders.of(projectId).inbox, `${serial}.json`), JSON.stringify(issued));
    await finance.post(`${at}/e-invoices/collect`);
    return;
  }
}
