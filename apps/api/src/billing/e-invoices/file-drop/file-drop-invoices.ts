import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { InvoiceAdapter } from "@linli/contracts";
import { newId } from "../../../common/ids.js";
import type { InvoicePort, PortAnswer, PortInvoice, PortKey, PortRedInvoice } from "../port/invoice-port.js";
import { InvoicePorts } from "../port/invoice-ports.js";
import { InvoiceFolders } from "./invoice-folders.js";
import { readResult } from "./read-result.js";

const CODE: InvoiceAdapter = "FILE_DROP";

/** Exchanges invoices with a supplier by files in folders (docs/invoice-file-drop.md). */
@Injectable()
export class FileDropInvoices implements InvoicePort, OnModuleInit {
  constructor(
    private readonly ports: InvoicePorts,
    private readonly folders: InvoiceFolders,
  ) {}

  onModuleInit(): void {
    this.ports.register(CODE, this);
  }

  request(projectId: string, invoice: PortInvoice): Promise<void> {
    return this.folders.send(projectId, `${invoice.serial}.json`, {
      format: "linli-invoice/1",
      kind: "INVOICE",
      ...invoice,
    });
  }

  red(projectId: string, red: PortRedInvoice): Promise<void> {
    return this.folders.send(projectId, `${red.serial}.json`, { format: "linli-invoice/1", kind: "RED", ...red });
  }

  /** Every file is picked up under an id of its own first; one whose process was killed is read again under the same id. */
  async query(
    projectId: string,
    _open: readonly PortKey[],
    take: (answer: PortAnswer) => Promise<void>,
  ): Promise<void> {
    await this.folders.pickUp(projectId, newId);
    for (const file of await this.folders.pickedUp(projectId)) {
      const content = await this.folders.read(projectId, file);
      if (content === undefined) continue;
      await take({ id: file.id, source: file.name, result: readResult(content) });
      await this.folders.putAway(projectId, file);
    }
  }
}
