import { isCalendarDate } from "@linli/contracts";
import { amountField, messageOf, optional, textField, wordField } from "../../online/port/message-fields.js";
import { MalformedMessage } from "../../online/port/payment-channel.js";
import type { PortResult } from "../port/invoice-port.js";

type Message = Readonly<Record<string, unknown>>;

/** A result file as it is documented, or what is wrong with it in a sentence; null is a file that is too large. */
export function readResult(content: Buffer | null): PortResult | { fault: string } {
  if (content === null) return { fault: "文件太大，不是开票结果" };
  try {
    return resultOf(messageOf(content));
  } catch (error) {
    if (error instanceof MalformedMessage) return { fault: `文件无法识别：${error.message}` };
    throw error;
  }
}

function resultOf(message: Message): PortResult {
  wordField(message, "format", ["linli-invoice-result/1"]);
  const key = {
    kind: wordField(message, "kind", ["INVOICE", "RED"]),
    serial: textField(message, "serial"),
    attempt: amountField(message, "attempt"),
  };
  const state = wordField(message, "state", ["ISSUED", "FAILED"]);
  if (state === "FAILED") return { ...key, state, reason: sentenceField(message, "reason") };
  const issued = {
    invoiceNo: invoiceNoField(message, "invoiceNo"),
    issuedOn: dayField(message, "issuedOn"),
    amountFen: amountField(message, "amountFen"),
    confirmationNo: optional(message, "confirmationNo", textField),
    pdfUrl: optional(message, "pdfUrl", linkField),
    ofdUrl: optional(message, "ofdUrl", linkField),
    xmlUrl: optional(message, "xmlUrl", linkField),
  };
  if (key.kind === "RED" && issued.confirmationNo === null)
    throw new MalformedMessage("缺少红字确认单编号 confirmationNo");
  return { ...key, state, ...issued };
}

function invoiceNoField(message: Message, name: string): string {
  const value = message[name];
  if (typeof value === "string" && /^\d{20}$/.test(value)) return value;
  throw new MalformedMessage(`发票号码 ${name} 应为 20 位数字`);
}

function dayField(message: Message, name: string): string {
  const value = message[name];
  if (isCalendarDate(value)) return value as string;
  throw new MalformedMessage(`开票日期 ${name} 不是有效的日期（如 2026-01-31）`);
}

function linkField(message: Message, name: string): string {
  const value = message[name];
  if (typeof value === "string" && /^https?:\/\/[\x21-\x7e]{1,480}$/.test(value)) return value;
  throw new MalformedMessage(`链接 ${name} 应以 http:// 或 https:// 开头，不超过 480 个字符`);
}

/** What the supplier says, without line breaks and control characters. */
function sentenceField(message: Message, name: string): string {
  const value = message[name];
  const text = typeof value === "string" ? value.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim() : "";
  if (text !== "") return text.slice(0, 200);
  throw new MalformedMessage(`缺少失败原因 ${name}`);
}
