import { Choice, Flag, Int, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import { type PaymentMethod, paymentMethodLabels } from "./billing.enums.js";
import {
  type ReferenceFormat,
  referenceFormatLabels,
  type ReferenceRule,
  referenceRuleLabels,
} from "./payment-methods.enums.js";

export class PaymentMethodPath extends ProjectPath {
  @Choice("收款方式", paymentMethodLabels) method: PaymentMethod;
}

/** What a project says about a method of paying (BIL-70). */
export class SavePaymentMethodDto {
  /** Offered at the desk. */
  @Flag("启用") enabled: boolean;
  /** Where the money arrives, e.g. 工商银行基本户 尾号 6021. */
  @Text("到账账户", { optional: true, max: 60 }) account?: string | null;
  @Choice("凭证号", referenceRuleLabels) reference: ReferenceRule;
  @Choice("凭证号格式", referenceFormatLabels) referenceFormat: ReferenceFormat;
  /** Exact number of characters. */
  @Int("凭证号位数", { optional: true, min: 1, max: 64 }) referenceLength?: number | null;
  /** Money may go back this way. */
  @Flag("可以退款") refundable: boolean;
  /** Account of the books of finance, e.g. 1001. */
  @Text("财务科目", {
    optional: true,
    max: 20,
    pattern: /^[A-Za-z0-9.]+$/,
    patternMessage: "财务科目只能用半角字母、数字和 .",
  })
  financeCode?: string | null;
}

export class PaymentMethodDto extends SavePaymentMethodDto {
  method: PaymentMethod;
  declare account: string | null;
  declare referenceLength: number | null;
  declare financeCode: string | null;
  /** Change is given from cash only. */
  mayChange: boolean;
}

export class PaymentMethodsDto {
  items: PaymentMethodDto[];
}
