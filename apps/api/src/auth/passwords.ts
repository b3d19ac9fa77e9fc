import { hash, type Options, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** argon2id (the default algorithm of the library) at the cost OWASP names: 19 MiB, two passes. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for keeping. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (an unknown number) the same work is done in vain, so that
 * the time of the answer does not tell which numbers have users.
 */
export async function verifyPassword(password: string, known: string | undefined): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const matches = await verify(known ?? (await nobody), password).catch(() => false);
  return matches && known !== undefined;
}

/** Whether the password is one of those kept. */
export async function isAmong(password: string, hashes: string[]): Promise<boolean> {
  for (const one of hashes) if (await verifyPassword(password, one)) return true;
  return false;
}

const SETS = ["abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-+=@#%"] as const;

/** A first password: 14 characters of all four classes, without those that look alike on paper. */
export function generatePassword(): string {
  const all = SETS.join("");
  const characters = [...SETS, ...Array.from({ length: 10 }, () => all)].map((set) => set[randomInt(set.length)] ?? "");
  for (let i = characters.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [characters[i], characters[j]] = [characters[j] ?? "", characters[i] ?? ""];
  }
  return characters.join("");
}
