import type { EInvoiceLeaseDataDto, EInvoiceSellerDto, RedInvoiceReason, TitleKind } from "@linli/contracts";

/** A line as a supplier gets it; amounts in fen. */
export interface PortLine {
  position: number;
  itemName: string;
  taxCode: string;
  spec: string;
  unit: string;
  quantity: string;
  /** Yuan without tax per unit. */
  price: string;
  /** Per cent. */
  taxRate: string;
  netFen: number;
  taxFen: number;
  amountFen: number;
}

/** Whom the invoice is made out to, whole numbers included. */
export interface PortBuyer {
  kind: TitleKind;
  name: string;
  taxNumber: string | null;
  address: string | null;
  phone: string | null;
  bank: string | null;
  account: string | null;
  email: string | null;
  mobile: string | null;
}

interface Sums {
  netFen: number;
  taxFen: number;
  amountFen: number;
}

/** What identifies a request at a supplier: the serial stays when it is tried again, the attempt counts. */
export interface PortKey {
  serial: string;
  attempt: number;
}

/** An invoice a supplier is asked to issue. */
export interface PortInvoice extends PortKey, Sums {
  requestNo: string;
  seller: EInvoiceSellerDto;
  issuerName: string;
  buyer: PortBuyer;
  lines: PortLine[];
  lease: EInvoiceLeaseDataDto | null;
  remark: string | null;
}

/** A red invoice a supplier is asked for; amounts are positive. */
export interface PortRedInvoice extends PortKey, Sums {
  requestNo: string;
  /** The invoice it reverses. */
  invoiceNo: string;
  invoiceIssuedOn: string;
  reason: RedInvoiceReason;
  explanation: string;
  seller: EInvoiceSellerDto;
  buyer: Pick<PortBuyer, "kind" | "name" | "taxNumber">;
  lines: (Omit<PortLine, "unit" | "quantity" | "price" | "spec"> & { spec: string })[];
}

interface Links {
  pdfUrl: string | null;
  ofdUrl: string | null;
  xmlUrl: string | null;
}

/** What became of a request. */
export type PortResult = PortKey & { kind: "INVOICE" | "RED" } & (
    | ({
        state: "ISSUED";
        invoiceNo: string;
        issuedOn: string;
        amountFen: number;
        confirmationNo: string | null;
      } & Links)
    | { state: "FAILED"; reason: string }
  );

/** A word of a supplier: a result, or what cannot be read as one. Its id makes it count once, however often it is taken. */
export interface PortAnswer {
  id: string;
  source: string;
  result: PortResult | { fault: string };
}

/**
 * The port to suppliers of electronic invoices (BIL-122). Every method goes to another system or the disk: never call one
 * inside a transaction.
 */
export interface InvoicePort {
  /** Asks for an invoice; asking again with the same serial and attempt asks once. */
  request(projectId: string, invoice: PortInvoice): Promise<void>;
  /** Asks for a red invoice; the same again asks once. */
  red(projectId: string, red: PortRedInvoice): Promise<void>;
  /**
   * Hears what became of a project's requests. An answer is put away once `take` has kept it; one that was not put away
   * comes again with the same id.
   * @param open the requests that have no result yet, for suppliers that must be asked one by one
   */
  query(projectId: string, open: readonly PortKey[], take: (answer: PortAnswer) => Promise<void>): Promise<void>;
}
