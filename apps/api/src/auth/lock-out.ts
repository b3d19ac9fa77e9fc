import type { EntityManager } from "typeorm";
import { AppUser } from "./app-user.entity.js";
import { accountLocked } from "./auth.errors.js";

/** After so many failures in a row sign-in is refused (LAW-51). */
export const MAX_FAILURES = 5;
/** How long, in minutes. */
export const LOCK_MINUTES = 15;

/** Whether sign-in is refused at the moment. */
export const isLocked = (user: AppUser, now: Date): boolean => user.lockedUntil !== null && user.lockedUntil > now;

/** The refusal, with the minutes that are left. */
export const lockedError = (user: AppUser, now: Date) =>
  accountLocked(Math.max(1, Math.ceil(((user.lockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000)));

/** Counts a wrong password; the fifth in a row locks. Answers whether it did. */
export async function countFailure(tx: EntityManager, user: AppUser, now: Date): Promise<boolean> {
  const before = user.lockedUntil === null ? user.failedAttempts : 0;
  const locks = before + 1 >= MAX_FAILURES;
  const lockedUntil = locks ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null;
  await tx.update(AppUser, { id: user.id }, { failedAttempts: before + 1, lockedUntil });
  return locks;
}
