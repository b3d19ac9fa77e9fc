import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

const sign = (key, parts) =>
  createHmac("sha256", key)
    .update(parts.map((part) => `${part}\n`).join(""))
    .digest("hex");

/** Headers of an answer (with the nonce of its request) or a notification. */
export function signed({ merchantId, key }, { body, now, nonce = randomBytes(16).toString("hex") }) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    "content-type": "application/json",
    "x-pay-merchant": merchantId,
    "x-pay-timestamp": timestamp,
    "x-pay-nonce": nonce,
    "x-pay-signature": sign(key, [timestamp, nonce, body]),
  };
}

/** What is wrong with the signature of a request, or undefined. */
export function faultOf({ key }, { method, url, headers, body, now }) {
  const timestamp = headers["x-pay-timestamp"] ?? "";
  const expected = Buffer.from(sign(key, [method, url, timestamp, headers["x-pay-nonce"] ?? "", body]));
  const given = Buffer.from(headers["x-pay-signature"] ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "签名错误";
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return age <= TOLERANCE_SECONDS ? undefined : "请求时间与渠道时间相差太大";
}
