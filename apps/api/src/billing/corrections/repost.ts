import type { HandMethod, PaymentMethod, PostReceiptDto, PostReceiptMethodDto } from "@linli/contracts";
import type { PlannedDiscount } from "../discounts/discount-ledger.js";

/** Money of a room, general or for one item. */
interface Account {
  roomId: string;
  feeItemId: string | null;
  amountFen: number;
}

/** A receipt as it was, in fen. */
export interface PaidReceipt {
  id: string;
  receiptNo: string;
  bookedOn: string;
  payerId: string;
  amountFen: number;
  lines: { chargeId: string; amountFen: number }[];
  /** Money methods; prepayments are in `drawn`. */
  methods: { method: PaymentMethod; amountFen: number; referenceNo: string | null }[];
  drawn: Account[];
  /** What it kept as a prepayment. */
  kept: Account | null;
  /** What it gave. */
  discounts: PlannedDiscount[];
}

/**
 * What is not drawn for a charge that comes to less: money for its item first, then general money, each of its own room
 * first; money for other items paid for other charges. What no account gives was paid otherwise: `over`.
 */
function undrawn(
  accounts: readonly Account[],
  { roomId, feeItemId }: { roomId: string; feeItemId: string },
  fen: number,
): { drawn: Account[]; over: number } {
  const drawn = accounts.map((account) => ({ ...account }));
  const mayPay = drawn
    .filter((account) => account.feeItemId === null || account.feeItemId === feeItemId)
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  let over = fen;
  for (const account of mayPay) {
    const less = Math.min(over, account.amountFen);
    account.amountFen -= less;
    over -= less;
  }
  return { drawn, over };

  function placeOf(account: Account): number {
    return Number(account.feeItemId === null) * 2 + Number(account.roomId !== roomId);
  }
}

/**
 * A receipt issued anew with other lines. What it pays less for a room and item is not drawn from prepayments in the first
 * place, and of money it is kept as a prepayment; `overFen` is that. Without methods nothing is left to issue. Pure.
 */
export function issuedAnew(
  receipt: PaidReceipt,
  of: { roomId: string; feeItemId: string },
  lines: PostReceiptDto["lines"],
  lessFen: number,
): { dto: Omit<PostReceiptDto, "id" | "remark">; overFen: number } {
  const { drawn, over } = undrawn(receipt.drawn, of, lessFen);
  const methods: PostReceiptMethodDto[] = [
    ...receipt.methods.map(({ method, amountFen, referenceNo }) => ({
      method: method as HandMethod,
      tenderedFen: amountFen,
      referenceNo,
    })),
    ...drawn
      .filter(({ amountFen }) => amountFen > 0)
      .map(({ roomId, feeItemId, amountFen }) => ({
        method: "PREPAYMENT" as const,
        tenderedFen: amountFen,
        roomId,
        feeItemId,
      })),
  ];
  if (methods.length === 0 || (lines.length === 0 && over === 0 && !receipt.kept))
    return { dto: { payerId: receipt.payerId, lines: [], methods: [] }, overFen: 0 };
  const kept = receipt.kept ?? { roomId: of.roomId, feeItemId: null, amountFen: 0 };
  const prepayment = kept.amountFen + over > 0 ? { ...kept, amountFen: kept.amountFen + over } : null;
  return { dto: { payerId: receipt.payerId, lines, methods, prepayment }, overFen: over };
}

/**
 * The receipt issued right: the wrong charge is replaced by the new one, as far as that is still open; what is over is
 * not drawn from prepayments in the first place, and of money it is kept as a prepayment. Pure.
 *
 * @param openFen what is open of the new charge
 */
export function reposted(
  receipt: PaidReceipt,
  wrong: { chargeId: string; roomId: string; feeItemId: string },
  right: { chargeId: string; openFen: number },
): { dto: Omit<PostReceiptDto, "id" | "remark">; paidFen: number; overFen: number } {
  const old = receipt.lines.find(({ chargeId }) => chargeId === wrong.chargeId)!.amountFen;
  const paidFen = Math.min(old, right.openFen);
  const lines = receipt.lines.flatMap((line) => {
    if (line.chargeId !== wrong.chargeId) return [line];
    return paidFen > 0 ? [{ chargeId: right.chargeId, amountFen: paidFen }] : [];
  });
  const { dto, overFen } = issuedAnew(receipt, wrong, lines, old - paidFen);
  return { dto, paidFen: dto.methods.length > 0 ? paidFen : 0, overFen };
}
