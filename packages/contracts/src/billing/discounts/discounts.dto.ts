import { Choice, DateOnly, Decimal, Fen, Flag, Id, Ids, Int, Text, When } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type DiscountBenefit,
  discountBenefitLabels,
  type DiscountGivenAt,
  discountGivenAtLabels,
} from "./discounts.enums.js";

export class DiscountSchemePath extends ProjectPath {
  @Id("优惠方案编号") schemeId: string;
}

/**
 * A discount for paying many months at once (优惠方案, BIL-40). It is given at the desk on a receipt that settles so many
 * months of an item, or by a run that bills so many, as an entry beside each charge.
 */
export class SaveDiscountSchemeDto {
  @Text("方案名称", { max: 40 }) name: string;
  /** The items it is given for, each by itself. */
  @Ids("收费项目", { max: 20 }) feeItemIds: string[];
  @Choice("何时优惠", discountGivenAtLabels) givenAt: DiscountGivenAt;
  /** So many months of the item must be settled by one receipt, free months included. */
  @Int("一次缴满月数", { min: 1, max: 120 }) months: number;
  @Choice("优惠方式", discountBenefitLabels) benefit: DiscountBenefit;
  /** For PERCENT: the share that is taken off, "5" for 5 %. */
  @When(({ benefit }: SaveDiscountSchemeDto) => benefit === "PERCENT")
  @Decimal("优惠比例", { places: 2, positive: true, max: "100" })
  percent?: string | null;
  /** For AMOUNT: fen taken off the whole, spread over the months. */
  @When(({ benefit }: SaveDiscountSchemeDto) => benefit === "AMOUNT")
  @Fen("优惠金额", { min: 1 })
  amountFen?: number | null;
  /** For FREE_MONTHS: so many of the last months are free. */
  @When(({ benefit }: SaveDiscountSchemeDto) => benefit === "FREE_MONTHS")
  @Int("免收月数", { min: 1, max: 60 })
  freeMonths?: number | null;
  /** Only where the room has no charge overdue by more than so many days; no condition when left out. */
  @Int("欠费不超过天数", { optional: true, max: 3650 }) maxArrearsDays?: number | null;
  /** First and last day on which it is given. */
  @DateOnly("有效期起") startsOn: string;
  @DateOnly("有效期止", { optional: true }) endsOn?: string | null;
  /** Who bears what it gives and owes it in place of the payer (BIL-43); left out it is less receivable. */
  @Id("承担方", { optional: true }) bearerId?: string | null;
  /** Whether it goes together with other stackable schemes on the same charge; the later is counted on what is left. */
  @Flag("可与其他优惠叠加") stackable: boolean;
  @Flag("启用") active: boolean;
}

export class DiscountSchemeDto {
  id: string;
  name: string;
  feeItemIds: string[];
  feeItemNames: string[];
  givenAt: DiscountGivenAt;
  months: number;
  benefit: DiscountBenefit;
  /** Per cent as text, "5". */
  percent: string | null;
  amountFen: number | null;
  freeMonths: number | null;
  maxArrearsDays: number | null;
  startsOn: string;
  endsOn: string | null;
  /** Who bears what it gives, and his name; null when nobody does. */
  bearerId: string | null;
  bearerName: string | null;
  stackable: boolean;
  active: boolean;
  /** What it has given so far, less what was taken back, in fen. */
  givenFen: number;
  /** Given before: its terms stay; end it and make a new one. */
  used: boolean;
}

export class DiscountSchemeListDto {
  items: DiscountSchemeDto[];
}

/** Asks which discounts charges about to be paid would get. */
export class ProposeDiscountsDto {
  @Id("收费对象") payerId: string;
  @Ids("应收", { max: 500 }) chargeIds: string[];
  /** Schemes that are to be given, in this order; the others are offered beside them. */
  @Ids("选用的优惠方案", { optional: true, min: 0, max: 20 }) schemeIds?: string[] | null;
}

/** A discount that the desk may give, and what each charge would get; in fen. */
export class DiscountOfferDto {
  /** One of those that are to be given. */
  given: boolean;
  schemeId: string;
  name: string;
  roomId: string;
  roomCode: string;
  feeItemId: string;
  feeItemName: string;
  stackable: boolean;
  /** Who bears it and is charged the amount when the receipt is taken; null when nobody does. */
  bearerName: string | null;
  amountFen: number;
  /** The charges that must be settled together for it. */
  chargeIds: string[];
  /** What those that get something would get. */
  lines: DiscountOfferLineDto[];
  /** How it came about, in sentences. */
  explanation: string[];
}

export class DiscountOfferLineDto {
  chargeId: string;
  period: string;
  amountFen: number;
}

export class DiscountOffersDto {
  offers: DiscountOfferDto[];
}

/** A discount that the receipt gives: the scheme, and the charges of one room and item that it settles. */
export class ReceiptDiscountDto {
  @Id("优惠方案") schemeId: string;
  @Ids("享受优惠的应收", { max: 200 }) chargeIds: string[];
  /** What the cashier saw; refused when it comes to something else by now. */
  @Fen("优惠金额", { min: 1 }) amountFen: number;
}

/** A discount on a receipt; a negative amount takes one back. */
export class ReceiptDiscountLineDto {
  schemeName: string;
  /** Who bears it and was charged for it; null when nobody does. */
  bearerName: string | null;
  roomCode: string;
  feeItemName: string;
  period: string;
  amountFen: number;
}
