import type { ChargeExclusion, FeeItemKind, OffsetReason, OffsetSchemeDto } from "@linli/contracts";

/** Money of a payer for one room, in fen. */
export interface OffsetAccount {
  id: string;
  /** The only fee item it pays for; null is general money. */
  feeItemId: string | null;
  balanceFen: number;
}

/** An open charge of the payer and room, in fen. */
export interface OffsetCharge {
  id: string;
  feeItemId: string;
  feeItemKind: FeeItemKind;
  /** Service month, YYYY-MM. */
  period: string;
  serviceFrom: string;
  serviceTo: string;
  openFen: number;
  /** A late fee that is booked as owed (违约金). */
  isLateFee?: boolean;
  /** Why it is left alone now (BIL-54). */
  exclusion?: ChargeExclusion | null;
}

/** What one account gives to a charge, in fen. */
export interface OffsetPart {
  account: OffsetAccount;
  amountFen: number;
}

/** What becomes of one charge. */
export interface PlannedOffset<Charge extends OffsetCharge = OffsetCharge> {
  charge: Charge;
  parts: OffsetPart[];
  offsetFen: number;
  reason: OffsetReason | null;
}

/** The part of the scheme that decides amounts. */
export interface OffsetTerms extends Pick<
  OffsetSchemeDto,
  "onlyListed" | "order" | "shortage" | "chargeFrom" | "chargeTo"
> {
  /** In the order of their priority. */
  feeItemIds: string[];
  /** Whether booked late fees are offset; yes when left out. */
  lateFees?: boolean;
}

/**
 * How the accounts of one payer and room pay for his open charges of it (BIL-61, BIL-62): the charges in the order of
 * the scheme, each first from money for its item, then from general money. Where the scheme takes whole bills only, one
 * that is not covered is passed over and the next is tried. Pure.
 */
export function planOffsets<Charge extends OffsetCharge>(
  terms: OffsetTerms,
  accounts: readonly OffsetAccount[],
  charges: readonly Charge[],
): PlannedOffset<Charge>[] {
  const left = new Map(accounts.map(({ id, balanceFen }) => [id, balanceFen]));
  const general = accounts.filter(({ feeItemId }) => feeItemId === null);
  return [...charges].sort(inOrder(terms)).map((charge) => {
    const excluded = exclusionOf(terms, charge);
    if (excluded) return { charge, parts: [], offsetFen: 0, reason: excluded };
    const ofItem = accounts.filter(({ feeItemId }) => feeItemId === charge.feeItemId);
    const parts: OffsetPart[] = [];
    let owed = charge.openFen;
    for (const account of [...ofItem, ...general]) {
      const amountFen = Math.min(owed, left.get(account.id)!);
      if (amountFen > 0) parts.push({ account, amountFen });
      owed -= amountFen;
    }
    if (parts.length === 0) return { charge, parts, offsetFen: 0, reason: "NO_MONEY" };
    if (owed > 0 && terms.shortage === "WHOLE_ONLY") return { charge, parts: [], offsetFen: 0, reason: "SHORT" };
    for (const { account, amountFen } of parts) left.set(account.id, left.get(account.id)! - amountFen);
    return { charge, parts, offsetFen: charge.openFen - owed, reason: owed > 0 ? "PART" : null };
  });
}

function exclusionOf(
  { onlyListed, feeItemIds, lateFees = true, chargeFrom, chargeTo }: OffsetTerms,
  charge: OffsetCharge,
): OffsetReason | null {
  if (charge.feeItemKind === "DEPOSIT") return "DEPOSIT";
  if (charge.exclusion) return charge.exclusion;
  if (charge.isLateFee && !lateFees) return "LATE_FEE";
  if (onlyListed && !feeItemIds.includes(charge.feeItemId)) return "ITEM";
  if (chargeFrom && charge.serviceFrom < chargeFrom) return "OUTSIDE";
  if (chargeTo && charge.serviceTo > chargeTo) return "OUTSIDE";
  return null;
}

/** Month and priority of the item, in the order the scheme says; then service, then id, so that it is always the same. */
function inOrder({ order, feeItemIds }: OffsetTerms): (a: OffsetCharge, b: OffsetCharge) => number {
  const places = new Map(feeItemIds.map((id, index) => [id, index]));
  const placeOf = ({ feeItemId }: OffsetCharge) => places.get(feeItemId) ?? feeItemIds.length;
  return (a, b) => {
    const byPeriod = compare(a.period, b.period);
    const byItem = placeOf(a) - placeOf(b);
    return (
      (order === "PERIOD_FIRST" ? byPeriod || byItem : byItem || byPeriod) ||
      compare(a.serviceFrom, b.serviceFrom) ||
      compare(a.id, b.id)
    );
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
