import { Choice, Id, Int } from "../../common/fields.js";
import {
  type ChargeStartLack,
  type ChargeStartRule,
  chargeStartRuleLabels,
  type DeveloperShare,
  developerShareLabels,
} from "./charge-start.enums.js";

/** Longest time between the notice and the start of charging, in days. */
export const MAX_NOTICE_DAYS = 365;

/** From when owners bear the charges of their rooms, and who bears the time before (BIL-14, LAW-02, LAW-23). */
export class SaveChargeStartDto {
  @Choice("起算方式", chargeStartRuleLabels) rule: ChargeStartRule;
  /**
   * NOTICE only, and demanded there: an owner who was given notice and did not take over begins so many days after it,
   * e.g. 30; one who took over before begins on the day of the handover.
   */
  @Int("通知后天数", { optional: true, min: 0, max: MAX_NOTICE_DAYS }) noticeDays?: number | null;
  /** TO_THE_DAY when left out. */
  @Choice("开发商承担", developerShareLabels, { optional: true }) developerShare?: DeveloperShare | null;
  /**
   * The developer: a company among the customers of the project. Bears unsold rooms and the time before the start. Stays
   * when left out; null for none.
   */
  @Id("开发商", { optional: true }) developerId?: string | null;
}

/** The start of charging as it is set, and what would be missing. */
export class ChargeStartDto {
  rule: ChargeStartRule;
  /** 30 until it is set. */
  noticeDays: number;
  developerShare: DeveloperShare;
  developerId: string | null;
  developerName: string | null;
  /** Rooms in use with an owner, handed over by their state, that lack the day of the handover. */
  withoutHandover: RoomsLackingDto;
  /** Of them, those that lack the day of the notice as well. */
  withoutEither: RoomsLackingDto;
}

export class RoomsLackingDto {
  count: number;
  /** The first ten, by code. */
  rooms: RoomLackingDto[];
}

export class RoomLackingDto {
  id: string;
  code: string;
}

/** From when the owner of one room bears its charges, and which issued charges say otherwise. */
export class RoomChargeStartDto {
  rule: ChargeStartRule;
  /** First day that the owner bears; null while the room is not handed over, when that is unknown, and with OFF. */
  ownerFrom: string | null;
  /** What is missing; those days are billed to nobody. */
  lack: ChargeStartLack | null;
  developerId: string | null;
  developerName: string | null;
  /** Sentences in Chinese: the policy, the dates, what follows from them. */
  explanation: string[];
  /** Charges that were issued before the dates were known or changed; they are never changed silently (BIL-13). */
  differing: ChargeBorneOtherwiseDto[];
}

/** An issued charge of which days belong to the other side of the start. The latest first, at most 50. */
export class ChargeBorneOtherwiseDto {
  chargeId: string;
  feeItemName: string;
  serviceFrom: string;
  serviceTo: string;
  /** What is left of the charge after reversals, in fen. */
  amountFen: number;
  payerId: string;
  payerName: string;
  /** The days that somebody else bears. */
  from: string;
  to: string;
  /** What those days come to, by days of the charge, in fen. */
  partFen: number;
  /** Who bears them by the policy; null when nobody does. */
  bearerId: string | null;
  bearerName: string | null;
}
