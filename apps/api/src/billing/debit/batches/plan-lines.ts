import type { DebitExclusionReason, DebitMerge } from "@linli/contracts";

/** An open charge in reach of a batch; amounts in fen. */
export interface Candidate {
  chargeId: string;
  openFen: number;
  dueOn: string;
  /** Of the agreement in force for its room and item; null when there is none. */
  agreementId: string | null;
  accountHash: string | null;
  limitFen: number | null;
  /** Decided by the database: what keeps it out whatever the sums are. */
  exclusion: DebitExclusionReason | null;
  detail: string | null;
}

export interface PlannedLine {
  agreementId: string;
  charges: Candidate[];
  amountFen: number;
}

export interface PlannedExclusion {
  charge: Candidate;
  reason: DebitExclusionReason;
  detail: string | null;
}

export interface LineRules {
  merge: DebitMerge;
  minimumFen: number;
  maximumFen: number | null;
}

/**
 * The debits of a batch and what stays out, in the order of the candidates. Charges are debited whole: the earliest due
 * first as far as the limits of the scheme and of the agreement reach.
 */
export function planLines(
  candidates: readonly Candidate[],
  { merge, minimumFen, maximumFen }: LineRules,
): { lines: PlannedLine[]; exclusions: PlannedExclusion[] } {
  const lines: PlannedLine[] = [];
  const exclusions: PlannedExclusion[] = [];
  const within = candidates.filter((charge) => {
    if (charge.exclusion) exclusions.push({ charge, reason: charge.exclusion, detail: charge.detail });
    return !charge.exclusion;
  });
  const groups = Map.groupBy(within, (charge) => (merge === "ACCOUNT" ? charge.accountHash! : charge.chargeId));
  for (const group of groups.values()) {
    const limits = [maximumFen, ...group.map(({ limitFen }) => limitFen)].filter((limit) => limit !== null);
    const limitFen = limits.length > 0 ? Math.min(...limits) : null;
    const { taken, left } = upTo(limitFen, group);
    exclusions.push(...left.map((charge) => ({ charge, reason: "OVER_LIMIT" as const, detail: null })));
    const amountFen = taken.reduce((sum, { openFen }) => sum + openFen, 0);
    if (amountFen >= minimumFen) lines.push({ agreementId: taken[0]!.agreementId!, charges: taken, amountFen });
    else exclusions.push(...taken.map((charge) => ({ charge, reason: "UNDER_MINIMUM" as const, detail: null })));
  }
  return { lines, exclusions };
}

function upTo(limitFen: number | null, group: readonly Candidate[]) {
  const taken: Candidate[] = [];
  const left: Candidate[] = [];
  let sum = 0;
  for (const charge of group.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))) {
    const fits = limitFen === null || sum + charge.openFen <= limitFen;
    (fits ? taken : left).push(charge);
    if (fits) sum += charge.openFen;
  }
  return { taken, left };
}
