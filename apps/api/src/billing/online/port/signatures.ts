import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { BadSignature } from "./payment-channel.js";

/** Names of the headers that carry a signature (docs/payment-channel-protocol.md). */
const HEADERS = {
  merchant: "x-pay-merchant",
  timestamp: "x-pay-timestamp",
  nonce: "x-pay-nonce",
  signature: "x-pay-signature",
} as const;

/** How far the clocks of both sides may differ. */
const TOLERANCE_SECONDS = 300;

export interface Signer {
  merchantId: string;
  key: string;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** HMAC-SHA256 in hex over the parts, each ended by a line feed. */
function sign(key: string, parts: readonly string[]): string {
  return createHmac("sha256", key)
    .update(parts.map((part) => `${part}\n`).join(""))
    .digest("hex");
}

/** The headers of a request of ours: method and path are signed with the body, so that it cannot be sent elsewhere. */
export function signedHeaders(
  { merchantId, key }: Signer,
  { method, path, body, now }: { method: string; path: string; body: string; now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(16).toString("hex");
  return {
    [HEADERS.merchant]: merchantId,
    [HEADERS.timestamp]: timestamp,
    [HEADERS.nonce]: nonce,
    [HEADERS.signature]: sign(key, [method, path, timestamp, nonce, body]),
  };
}

export const nonceOf = (headers: Headers): string => textOf(headers, HEADERS.nonce);

/**
 * Checks the signature of an answer or a notification: timestamp, nonce and body, with the merchant's key.
 * @param nonce the nonce of our request, which its answer carries again
 * @throws BadSignature
 */
export function checkSignature(
  { key }: Signer,
  { headers, body, now, nonce }: { headers: Headers; body: Buffer; now: Date; nonce?: string },
): void {
  const timestamp = textOf(headers, HEADERS.timestamp);
  const given = nonceOf(headers);
  const expected = Buffer.from(sign(key, [timestamp, given, body.toString("utf8")]));
  const signature = Buffer.from(textOf(headers, HEADERS.signature));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new BadSignature("签名与内容或密钥不符");
  if (nonce !== undefined && given !== nonce) throw new BadSignature("应答与请求不是一对");
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!(age <= TOLERANCE_SECONDS)) throw new BadSignature(`签名时间与本系统相差超过 ${TOLERANCE_SECONDS / 60} 分钟`);
}

function textOf(headers: Headers, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}
