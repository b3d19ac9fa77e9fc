import { createHash } from "node:crypto";
import type { SealedPartDto, SealFaultDto, SealVerificationDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import { inBulk } from "../../database/in-bulk.js";
import type { Queryable } from "../periods/month-figures.js";
import { PeriodSeal } from "./period-seal.entity.js";
import { CURRENT_SCHEME, digestSql } from "./sealed-parts.js";

type Sealed = Pick<
  PeriodSeal,
  "projectId" | "period" | "sequence" | "scheme" | "parts" | "previousHash" | "closedBy" | "closedByName" | "createdAt"
>;

/** The hash of a seal: over its own content, the digests of the month's rows and the hash of the seal before. */
export function hashOf(seal: Sealed): string {
  const { previousHash, projectId, period, sequence, scheme, createdAt, closedBy, closedByName, parts } = seal;
  const own = [previousHash, projectId, period, sequence, scheme, createdAt.toISOString(), closedBy, closedByName];
  const content = [...own, parts.map(({ name, rows, digest }) => [name, rows, digest])];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** Counts and digests the money rows of a month as they are now. */
export const digestMonth = (db: Queryable, projectId: string, period: string, scheme: number) =>
  inBulk(db, (tx) => tx.query<SealedPartDto[]>(digestSql(scheme), [projectId, period]));

/** Seals a month in the transaction that closes it. */
export async function sealMonth(
  tx: EntityManager,
  actor: Actor,
  { projectId, period, now }: { projectId: string; period: string; now: Date },
): Promise<void> {
  const last = await tx.findOne(PeriodSeal, { where: { projectId }, order: { sequence: "DESC" } });
  const seal: Sealed = {
    projectId,
    period,
    sequence: (last?.sequence ?? 0) + 1,
    scheme: CURRENT_SCHEME,
    parts: await digestMonth(tx, projectId, period, CURRENT_SCHEME),
    previousHash: last?.hash ?? null,
    closedBy: actor.userId,
    closedByName: actor.name,
    createdAt: now,
  };
  await tx.insert(PeriodSeal, { ...seal, id: newId(), hash: hashOf(seal) });
}

const CHAIN = "校验链";

/** The faults of one link: its own hash, and the hash of the seal before. */
function faultsOfLink(seal: PeriodSeal, before: PeriodSeal | undefined): SealFaultDto[] {
  const faults: SealFaultDto[] = [];
  if (hashOf(seal) !== seal.hash) faults.push({ name: CHAIN, detail: `第 ${seal.sequence} 个校验值与它的内容不符` });
  if (seal.previousHash !== (before?.hash ?? null))
    faults.push({ name: CHAIN, detail: `第 ${seal.sequence} 个校验值接不上前一个` });
  return faults;
}

/** What of a month's rows is not as it was sealed. */
function faultsOfRows(seal: PeriodSeal, found: readonly SealedPartDto[]): SealFaultDto[] {
  return seal.parts.flatMap(({ name, rows, digest }) => {
    const now = found.find((part) => part.name === name);
    if (!now) return [{ name, detail: "已不在校验范围内" }];
    if (now.rows !== rows) return [{ name, detail: `月结时 ${rows} 条，现在 ${now.rows} 条` }];
    return now.digest === digest ? [] : [{ name, detail: `${rows} 条中有内容被改动` }];
  });
}

/**
 * Verifies the seals of a project: the chain through all of them, and the rows of each month that is closed now. A month
 * opened again has no claim on its rows, only on its place in the chain.
 *
 * @param period only this month's seals; the seal before them is read for the link
 */
export async function verifySeals(db: Queryable, projectId: string, period?: string): Promise<SealVerificationDto[]> {
  const manager = "manager" in db ? db.manager : db;
  const seals = await manager.find(PeriodSeal, { where: { projectId }, order: { sequence: "ASC" } });
  const closed = await db.query<{ period: string }[]>(
    "SELECT period FROM billing_period WHERE project_id = $1 AND status = 'CLOSED'",
    [projectId],
  );
  const isClosed = new Set(closed.map((row) => row.period));
  const effective = new Map(seals.map((seal) => [seal.period, seal]));
  const results: SealVerificationDto[] = [];
  for (const [month, last] of effective) {
    if (period !== undefined && month !== period) continue;
    const faults = seals.flatMap((seal, at) => (seal.period === month ? faultsOfLink(seal, seals[at - 1]) : []));
    const found = isClosed.has(month) ? await digestMonth(db, projectId, month, last.scheme) : [];
    if (isClosed.has(month)) faults.push(...faultsOfRows(last, found));
    const rows = found.reduce((sum, part) => sum + part.rows, 0);
    results.push({ period: month, intact: faults.length === 0, rows, faults });
  }
  return results.toSorted((a, b) => a.period.localeCompare(b.period));
}
