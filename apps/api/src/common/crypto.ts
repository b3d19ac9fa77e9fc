import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { Config } from "../config.js";
import { randomFromStock } from "./random-stock.js";

/**
 * Encrypts personal numbers for the database and hashes them for exact search (LAW-31). The key comes from DATA_KEY,
 * `keyId:key` with the key as base64 or hex; the key id is stored, so that keys can be changed later.
 */
@Injectable()
export class PersonalData {
  private readonly keyId: string;
  private readonly cipherKey: KeyObject;
  private readonly hashKey: KeyObject;

  constructor(config: Config) {
    const [keyId, encoded] = config.DATA_KEY.includes(":")
      ? (config.DATA_KEY.split(":", 2) as [string, string])
      : ["1", config.DATA_KEY];
    const key = /^[0-9a-f]{64}$/i.test(encoded) ? Buffer.from(encoded, "hex") : Buffer.from(encoded, "base64");
    if (key.length !== 32) throw new Error("DATA_KEY must hold 32 bytes as base64 or hex");
    const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync("sha256", key, "", purpose, 32)));
    this.keyId = keyId;
    this.cipherKey = derive("linli personal data encryption");
    this.hashKey = derive("linli personal data search");
  }

  /** `keyId:iv:tag:ciphertext`, base64. */
  encrypt(text: string): string {
    const iv = Buffer.from(randomFromStock(12).buffer);
    const cipher = createCipheriv("aes-256-gcm", this.cipherKey, iv);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return [this.keyId, iv.toString("base64"), cipher.getAuthTag().toString("base64"), sealed.toString("base64")].join(
      ":",
    );
  }

  /** The text that was encrypted. Throws when it was changed or belongs to another key. */
  decrypt(sealed: string): string {
    const [keyId, iv = "", tag = "", text = ""] = sealed.split(":");
    if (keyId !== this.keyId) throw new Error(`Encrypted with key ${keyId}, which is not configured`);
    const decipher = createDecipheriv("aes-256-gcm", this.cipherKey, Buffer.from(iv, "base64"));
    decipher.setAuthTag(Buffer.from(tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64")), decipher.final()]).toString("utf8");
  }

  /** The same for the same text and key, and of no use without the key. */
  hash(kind: string, text: string): string {
    return createHmac("sha256", this.hashKey).update(`${kind}:${text}`).digest("base64url");
  }
}

const stars = (count: number) => "*".repeat(Math.max(count, 0));

/** Mobile 3 + 4, other telephones the last four. */
export function maskPhone(phone: string | null | undefined): string | null {
  if (!phone) return null;
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return stars(phone.length - 4) + phone.slice(-4);
}

/** ID numbers 6 + 4; shorter documents 2 + 2. */
export function maskIdNumber(number: string): string {
  const [head, tail] = number.length >= 15 ? [6, 4] : [2, 2];
  return number.slice(0, head) + stars(number.length - head - tail) + number.slice(-tail);
}

/** Bank accounts: the last four digits. */
export const maskAccount = (account: string): string => stars(account.length - 4) + account.slice(-4);
