import type { NoticeArrearDto, NoticeChargeDto, NoticeDataDto, PrintRoomDto } from "@linli/contracts";
import { parseYuan } from "../../common/money.js";
import { explain } from "../pricing/explain.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { printMeterOf } from "../prints/print-meter.js";
import { priceText } from "../prints/quantities.js";
import { type TaxOfDay, taxPartOf } from "../tax/tax-part.js";
import { type DebitAccount, debitSentence } from "./notice-debit.queries.js";
import { lastBillKey, type LastBills } from "./notice-last-bills.queries.js";
import { type LateFeeBearer, lateFeeSentences, type LateFeeTerms } from "./notice-late-fee-terms.queries.js";
import { type NoticeHead, noticeNoOf } from "./notices.queries.js";

/** Days after delivery within which the owner may object. */
const OBJECTION_DAYS = 7;
const PAYMENT_METHODS = ["物业服务中心前台（现金、刷卡、微信、支付宝）", "银行转账，请注明房号和姓名"];

/** A charge that stands on a notice. */
export interface ChargeRow extends TaxOfDay, LateFeeBearer {
  roomId: string;
  payerId: string;
  roomCode: string;
  feeItemId: string;
  objectId: string | null;
  unit: string | null;
  bookedPeriod: string;
  from: string;
  to: string;
  dueOn: string;
  quantity: string | null;
  unitPrice: string | null;
  amountFen: number;
  reducedFen: number;
  receivedFen: number;
  offsetFen: number;
  reversedFen: number;
  openFen: number;
  trace: PriceTrace | null;
  remark: string | null;
}

/** A room that stands on a notice. */
export interface RoomRow extends PrintRoomDto {
  id: string;
}

/** Who is liable beside a payer for a room, and what he has prepaid for it. */
export interface OwnerRow {
  roomId: string;
  payerId: string;
  owners: string[];
  balanceFen: number;
}

/** The project that hands notices out. */
export interface NoticeProject {
  name: string;
  telephone: string | null;
  noticeNote: string | null;
  timeZone: string;
}

/** What is printed beside the charges of a notice; rooms, last bills and terms may hold more than the notice needs. */
export interface BesideCharges {
  rooms: readonly RoomRow[];
  owners: readonly OwnerRow[];
  debits: readonly DebitAccount[];
  lastBills: LastBills;
  lateFeeTerms: readonly LateFeeTerms[];
}

/** What a notice states apart from late fees and code. */
export function noticeOf(
  project: NoticeProject,
  period: string,
  printedOn: string,
  head: NoticeHead,
  charges: readonly ChargeRow[],
  { rooms, owners, debits, lastBills, lateFeeTerms }: BesideCharges,
): Omit<NoticeDataDto, "lateFee" | "qrCode"> {
  const several = new Set(charges.map(({ roomId }) => roomId)).size > 1;
  const current = charges.filter(({ bookedPeriod }) => bookedPeriod === period);
  const due =
    current
      .filter(({ openFen }) => openFen > 0)
      .map(({ dueOn }) => dueOn)
      .sort()[0] ?? null;
  const prepaidFen = owners.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
  return {
    projectName: project.name,
    noticeNo: noticeNoOf(period, head),
    printedOn,
    customerName: head.payerName,
    customerNo: head.payerNumber,
    rooms: rooms
      .filter(({ id }) => charges.some(({ roomId }) => roomId === id))
      .map(({ code, name, areaM2 }) => ({ code, name, areaM2 })),
    debitAccountMasked: debits.length > 0 ? [...new Set(debits.map(({ account }) => account))].join("、") : null,
    period,
    arrears: charges.filter(({ bookedPeriod }) => bookedPeriod < period).map((charge) => toArrear(charge, several)),
    charges: current.map((charge, index) => {
      const isFirst = current.findIndex((one) => lastBillKey(one) === lastBillKey(charge)) === index;
      return toCharge(charge, several, isFirst ? (lastBills.get(lastBillKey(charge)) ?? null) : null);
    }),
    prepaymentBalanceFen: prepaidFen > 0 ? prepaidFen : null,
    terms: {
      paymentMethods: PAYMENT_METHODS,
      dueDate: due !== null && due >= printedOn ? due : null,
      telephone: project.telephone,
      objectionDays: OBJECTION_DAYS,
      others: [
        ...(debits.length > 0 ? [debitSentence(debits)] : []),
        ...lateFeeSentences(lateFeeTerms, charges),
        ...liability(owners),
        ...(project.noticeNote?.split("\n").filter((line) => line.trim() !== "") ?? []),
      ],
    },
  };
}

function liability(owners: readonly OwnerRow[]): string[] {
  const names = [...new Set(owners.flatMap((row) => row.owners))];
  return names.length === 0 ? [] : [`业主${names.join("、")}对物业使用人未缴的物业费依法承担连带交纳责任。`];
}

function toArrear(charge: ChargeRow, several: boolean): NoticeArrearDto {
  const { roomCode, itemName, from, to, dueOn, amountFen, reducedFen, reversedFen, openFen } = charge;
  const owedFen = amountFen - reducedFen - reversedFen;
  return {
    roomCode: several ? roomCode : null,
    itemName,
    from,
    to,
    dueDate: dueOn,
    amountFen: owedFen,
    paidFen: owedFen - openFen,
    openFen,
  };
}

function toCharge(charge: ChargeRow, several: boolean, lastFen: number | null): NoticeChargeDto {
  const { trace, remark } = charge;
  return {
    roomCode: several ? charge.roomCode : null,
    itemName: charge.itemName,
    from: charge.from,
    to: charge.to,
    quantity: charge.quantity,
    unit: charge.unit,
    unitPrice: priceText(charge.unitPrice),
    surchargeFen: surchargeOf(trace),
    amountFen: charge.amountFen - charge.reversedFen,
    lastFen,
    shareFen: trace?.share?.fen ?? 0,
    waivedFen: charge.reducedFen,
    offsetFen: charge.offsetFen,
    paidFen: charge.receivedFen,
    openFen: charge.openFen,
    tax: taxPartOf(charge.amountFen - charge.reversedFen - charge.reducedFen, charge),
    explanation: trace && ("base" in trace || "lateFee" in trace) ? explain(trace).join("；") : remark,
    meter: printMeterOf(trace),
  };
}

/** The surcharge of a whole month in fen; of a broken month the explanation tells. */
function surchargeOf(trace: PriceTrace | null): number {
  if (!trace?.sur || trace.part || !/^\d+(\.\d{1,2})?$/.test(trace.sur)) return 0;
  return parseYuan(trace.sur);
}
