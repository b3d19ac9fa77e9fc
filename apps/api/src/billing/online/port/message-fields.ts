import { MAX_FEN } from "@linli/contracts";
import { MalformedMessage } from "./payment-channel.js";

type Message = Readonly<Record<string, unknown>>;

/** A JSON object. @throws MalformedMessage */
export function messageOf(body: Buffer | string): Message {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Message;
  } catch {
    // said below
  }
  throw new MalformedMessage("内容不是 JSON 对象");
}

/** A text of at most 64 printable characters. @throws MalformedMessage */
export function textField(message: Message, name: string): string {
  const value = message[name];
  if (typeof value === "string" && /^[\x21-\x7e]{1,64}$/.test(value)) return value;
  throw new MalformedMessage(`缺少 ${name} 或格式不正确`);
}

/** @throws MalformedMessage */
export function amountField(message: Message, name: string, least = 1): number {
  const value = message[name];
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= MAX_FEN) return value as number;
  throw new MalformedMessage(`缺少 ${name} 或不是以分为单位的整数`);
}

/** A moment in ISO 8601 with its offset. @throws MalformedMessage */
export function momentField(message: Message, name: string): Date {
  const value = message[name];
  const moment =
    typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new MalformedMessage(`缺少 ${name} 或不是有效的时间`);
}

/** One of the words. @throws MalformedMessage */
export function wordField<Word extends string>(message: Message, name: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === message[name]);
  if (word) return word;
  throw new MalformedMessage(`缺少 ${name} 或含义不明`);
}

/** The field, or null where the message has null or nothing. */
export const optional = <Value>(message: Message, name: string, read: (message: Message, name: string) => Value) =>
  message[name] === null || message[name] === undefined ? null : read(message, name);

/** A list of objects. @throws MalformedMessage */
export function listField(message: Message, name: string): Message[] {
  const value = message[name];
  if (Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null)) return value as Message[];
  throw new MalformedMessage(`缺少 ${name} 或不是列表`);
}
