import { Choice, Flag, Text } from "../../common/fields.js";
import { type InvoiceAdapter, invoiceAdapterLabels } from "./e-invoices.enums.js";

/** Who sells, and who issues a project's electronic invoices (BIL-121, BIL-122). */
export class InvoiceSettingsDto {
  @Choice("开具方式", invoiceAdapterLabels) adapter: InvoiceAdapter;
  /** As registered with the tax office; required unless the adapter is OFF. */
  @Text("销售方名称", { max: 100, optional: true }) sellerName?: string | null;
  /** Required unless the adapter is OFF; 15, 18 or 20 characters. */
  @Text("销售方纳税人识别号", { max: 30, optional: true }) sellerTaxNumber?: string | null;
  @Text("销售方地址", { max: 200, optional: true }) sellerAddress?: string | null;
  @Text("销售方电话", { max: 30, optional: true }) sellerPhone?: string | null;
  @Text("销售方开户银行", { max: 100, optional: true }) sellerBank?: string | null;
  @Text("销售方银行账号", { max: 40, optional: true }) sellerAccount?: string | null;
  /** Named on every invoice; required unless the adapter is OFF. */
  @Text("开票人", { max: 20, optional: true }) issuerName?: string | null;
  /** Whether what is collected for others is invoiced by us; by default the supplier does that. */
  @Flag("代收款项由本单位开票") invoiceCollected: boolean;
}
