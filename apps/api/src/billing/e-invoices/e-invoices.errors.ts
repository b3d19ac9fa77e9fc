import { HttpStatus } from "@nestjs/common";
import { type EInvoiceStatus, eInvoiceStatusLabels } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const invoicesOff = () =>
  new RuleViolation("EINVOICE_OFF", "本管理区没有启用电子发票，请先在“电子发票设置”中启用");

export const invoiceIdReused = () =>
  new RuleViolation("ID_REUSED", "这个申请编号已用于内容不同的开票申请，请刷新页面后重新申请");

export const redIdReused = () =>
  new RuleViolation("ID_REUSED", "这个红冲编号已用于内容不同的红冲申请，请刷新页面后重新申请");

export const lineNotInvoiced = (sentence: string) => new RuleViolation("EINVOICE_LINE", sentence);

export const severalPayers = () =>
  new RuleViolation("EINVOICE_PAYERS", "一张发票只能开同一位收费对象的收据，请按收费对象分别申请");

export const exceedsReceived = (name: string, availableFen: number) =>
  new RuleViolation(
    "EINVOICE_EXCEEDS",
    availableFen <= 0
      ? `${name} 收到的金额已全部开票，不能重复开票`
      : `${name} 还可以开票 ${formatFen(availableFen)} 元；已申请和已开具的都算在内`,
    HttpStatus.CONFLICT,
    { availableFen },
  );

export const leaseApart = () =>
  new RuleViolation("EINVOICE_LEASE", "租赁项目须按不动产租赁服务单独开票，不能与其他项目开在一张发票上");

export const severalLeases = () =>
  new RuleViolation("EINVOICE_LEASE", "一张不动产租赁发票只能开一处不动产，请把不同的房间或租赁项目分别申请");

export const invoiceState = (requestNo: string, status: EInvoiceStatus, verb: string) =>
  new RuleViolation("EINVOICE_STATE", `电子发票 ${requestNo} ${eInvoiceStatusLabels[status]}，不能${verb}`);

export const redNotFailed = () => new RuleViolation("EINVOICE_STATE", "只有失败的红冲才能重新办理");

export const redExceeds = (itemName: string, restFen: number) =>
  new RuleViolation(
    "EINVOICE_RED_EXCEEDS",
    restFen <= 0 ? `${itemName} 已全部红冲` : `${itemName} 还可以红冲 ${formatFen(restFen)} 元`,
    HttpStatus.CONFLICT,
    { restFen },
  );

export const supplierUnavailable = () =>
  new RuleViolation(
    "EINVOICE_SUPPLIER",
    "开票文件夹不能读写，请联系系统管理员检查；申请已保存，恢复以后会自动送出",
    HttpStatus.SERVICE_UNAVAILABLE,
  );

/** While an electronic invoice stands, its receipt is not reversed (BIL-123). */
export const eInvoiceStands = (requestNo: string, invoiceNo: string | null) =>
  new RuleViolation(
    "INVOICE_STANDS",
    invoiceNo
      ? `已开电子发票 ${invoiceNo}，请先办理红冲，红字发票开具以后再红冲收据、退款或作废`
      : `电子发票 ${requestNo} 正在开具，请等它有结果；开具成功的须先办理红冲`,
  );
