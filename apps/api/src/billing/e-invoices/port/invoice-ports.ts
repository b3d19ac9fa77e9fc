import { Injectable } from "@nestjs/common";
import type { InvoicePort } from "./invoice-port.js";

/** The suppliers by the code settings name them with (InvoiceAdapter); an adapter registers itself at the start. */
@Injectable()
export class InvoicePorts {
  private readonly ports = new Map<string, InvoicePort>();

  register(code: string, port: InvoicePort): void {
    this.ports.set(code, port);
  }

  of(code: string): InvoicePort {
    const port = this.ports.get(code);
    if (!port) throw new Error(`No supplier of electronic invoices is registered as ${code}`);
    return port;
  }
}
