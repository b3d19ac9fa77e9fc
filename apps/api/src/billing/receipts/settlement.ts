import {
  type FeeItemKind,
  paymentMethodLabels,
  type PostReceiptDto,
  type PostReceiptMethodDto,
} from "@linli/contracts";
import { InvalidInput } from "../../common/rule-violation.js";
import { amountShort, changeOnlyFromCash, prepaymentExceedsLines, prepaymentOfOtherItem } from "./receipts.errors.js";

/** What a method contributes, change deducted from cash; in fen. */
export interface Tender {
  method: PostReceiptMethodDto["method"];
  amountFen: number;
  tenderedFen: number;
  referenceNo: string | null;
  /** For PREPAYMENT: the room whose account is drawn on. */
  roomId: string | null;
  /** For PREPAYMENT: the fee item whose money it is; null is general money. */
  feeItemId: string | null;
}

/** The sums of a receipt, in fen. */
export interface Settlement {
  tenders: Tender[];
  linesFen: number;
  prepaymentFen: number;
  changeFen: number;
}

/** A charge to be settled, in the order in which prepayments are used up. */
export interface SettledLine {
  chargeId: string;
  roomId: string;
  feeItemId: string;
  feeItemKind: FeeItemKind;
  dueOn: string;
  amountFen: number;
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Checks that the methods come to what is settled (BIL-71, BIL-141): change from cash only and less than the cash,
 * prepayments no more than the lines.
 * @throws InvalidInput, AMOUNT_MISMATCH, PREPAYMENT_EXCEEDS_LINES
 */
export function settle(dto: PostReceiptDto): Settlement {
  refuseBadInput(dto);
  const linesFen = sum([...dto.lines, ...(dto.lateFees ?? [])].map((line) => line.amountFen));
  const prepaymentFen = dto.prepayment?.amountFen ?? 0;
  const tenderedFen = sum(dto.methods.map((method) => method.tenderedFen));
  const changeFen = tenderedFen - linesFen - prepaymentFen;
  if (changeFen < 0) throw amountShort(linesFen + prepaymentFen, tenderedFen);

  const cashFen = dto.methods.find(({ method }) => method === "CASH")?.tenderedFen ?? 0;
  if (changeFen > 0 && changeFen >= cashFen) throw changeOnlyFromCash(changeFen, cashFen);
  const offsetFen = sum(dto.methods.filter(isPrepayment).map((method) => method.tenderedFen));
  if (offsetFen > linesFen) throw prepaymentExceedsLines(offsetFen, linesFen);

  const tenders = dto.methods.map(({ method, tenderedFen: tendered, referenceNo, roomId, feeItemId }) => ({
    method,
    amountFen: method === "CASH" ? tendered - changeFen : tendered,
    tenderedFen: tendered,
    referenceNo: referenceNo ?? null,
    roomId: roomId ?? null,
    feeItemId: feeItemId ?? null,
  }));
  return { tenders, linesFen, prepaymentFen, changeFen };
}

/**
 * How much of each line prepayments settle (BIL-60): item money first and only its item, then general money, which pays
 * for everything but deposits; an account first covers its own room's lines, then the others, the earliest due first.
 * @throws PREPAYMENT_WRONG_ITEM when a prepayment finds no line it may pay for
 */
export function spreadOffsets(lines: readonly SettledLine[], tenders: readonly Tender[]): Map<string, number> {
  const offsets = new Map<string, number>();
  const ordered = [...lines].sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.chargeId, b.chargeId));
  const drawn = tenders.filter(isPrepayment).toSorted((a, b) => Number(!a.feeItemId) - Number(!b.feeItemId));
  const left = new Map(drawn.map((tender) => [tender, tender.amountFen]));
  for (const own of [true, false]) {
    for (const tender of drawn) {
      for (const line of ordered) {
        if (own !== (line.roomId === tender.roomId) || !paysFor(tender, line)) continue;
        const taken = offsets.get(line.chargeId) ?? 0;
        const part = Math.min(left.get(tender) ?? 0, line.amountFen - taken);
        if (part <= 0) continue;
        offsets.set(line.chargeId, taken + part);
        left.set(tender, (left.get(tender) ?? 0) - part);
      }
    }
  }
  for (const [tender, fen] of left) if (fen > 0) throw prepaymentOfOtherItem(fen, tender.feeItemId !== null);
  return offsets;
}

/** Whether money paid ahead may pay for a charge (BIL-60): a deposit is never offset (BIL-84). */
export const paysFor = (
  { feeItemId }: { feeItemId: string | null },
  charge: { feeItemId: string; feeItemKind: FeeItemKind },
): boolean => charge.feeItemKind !== "DEPOSIT" && (feeItemId === null || feeItemId === charge.feeItemId);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
export const isPrepayment = ({ method }: { method: string }) => method === "PREPAYMENT";

function refuseBadInput({ lines, methods, prepayment, lateFees }: PostReceiptDto): void {
  const fields: Record<string, string[]> = {};
  if (lines.length === 0 && !prepayment && !lateFees?.length) fields.lines = ["请至少选择一笔应收，或填写预收"];
  if (new Set(lines.map(({ chargeId }) => chargeId)).size < lines.length) fields.lines = ["同一笔应收不能出现两次"];
  if (lateFees && new Set(lateFees.map(({ chargeId }) => chargeId)).size < lateFees.length)
    fields.lateFees = ["同一笔应收的违约金不能出现两次"];
  if (methods.filter(({ method }) => method === "CASH").length > 1) fields.methods = ["现金只能填一行"];
  const accountOf = (one: { roomId?: string | null; feeItemId?: string | null }) =>
    `${one.roomId} ${one.feeItemId ?? ""}`;
  const drawn = methods.filter(isPrepayment).map(accountOf);
  if (new Set(drawn).size < drawn.length) fields.methods = ["同一个房间的同一种预收只能冲抵一次"];
  if (prepayment && drawn.includes(accountOf(prepayment)))
    fields.prepayment = ["不能在同一张收据上既冲抵又转入同一房间的预收"];
  methods.forEach((method, index) => Object.assign(fields, faultsOf(method, index)));
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

function faultsOf({ method, roomId, feeItemId }: PostReceiptMethodDto, index: number): Record<string, string[]> {
  const name = paymentMethodLabels[method];
  if (method === "PREPAYMENT" && !roomId) return { [`methods.${index}.roomId`]: ["预收冲抵请选择预收所属房间"] };
  if (method !== "PREPAYMENT" && feeItemId) return { [`methods.${index}.feeItemId`]: [`${name}不需要选择专用项目`] };
  if (method !== "PREPAYMENT" && roomId) return { [`methods.${index}.roomId`]: [`${name}不需要选择房间`] };
  return {};
}
