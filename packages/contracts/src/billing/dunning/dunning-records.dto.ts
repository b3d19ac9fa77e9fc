import { Choice, DateOnly, Fen, Id, Text } from "../../common/fields.js";
import {
  type DunningChannel,
  dunningChannelLabels,
  type DunningDelivery,
  dunningDeliveryLabels,
  type PromiseForm,
  promiseFormLabels,
} from "./dunning.enums.js";

/** How a demand reached the debtor. */
export class RecordDeliveryDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("送达编号") id: string;
  @DateOnly("送达日期") deliveredOn: string;
  @Choice("送达结果", dunningDeliveryLabels) how: DunningDelivery;
  /** Who took it, or to whom was spoken. */
  @Text("收件人", { optional: true, max: 50 }) recipient?: string | null;
  @Text("对方答复", { optional: true, max: 500, multiline: true }) result?: string | null;
}

/** A demand made by hand: a call, a visit, a letter of a lawyer. It covers what was overdue on its day. */
export class RecordStepDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("记录编号") id: string;
  @Choice("催缴方式", dunningChannelLabels) channel: DunningChannel;
  @DateOnly("催缴日期") onDay: string;
  @Text("催缴内容", { min: 2, max: 1000, multiline: true }) text: string;
  @Choice("送达结果", dunningDeliveryLabels, { optional: true }) how?: DunningDelivery | null;
  @Text("收件人", { optional: true, max: 50 }) recipient?: string | null;
  @Text("对方答复", { optional: true, max: 500, multiline: true }) result?: string | null;
}

/** Takes back what was recorded by mistake; it stays visible. */
export class VoidDunningDto {
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
}

/** The debtor says that he will pay. */
export class RecordPromiseDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("承诺编号") id: string;
  @DateOnly("承诺日期") madeOn: string;
  @DateOnly("承诺付款日") payBy: string;
  @Fen("承诺金额", { min: 1 }) amountFen: number;
  @Choice("承诺形式", promiseFormLabels) form: PromiseForm;
  @Text("承诺人", { max: 50 }) promisedBy: string;
  @Text("说明", { optional: true, max: 500, multiline: true }) note?: string | null;
}

/** Nobody is asked to pay meanwhile. */
export class PauseDunningDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("暂停编号") id: string;
  @DateOnly("暂停自") startsOn: string;
  /** Until somebody ends it when left out. */
  @DateOnly("暂停至", { optional: true }) endsOn?: string | null;
  @Text("暂停原因", { min: 2, max: 200 }) reason: string;
}

/** A lawsuit or an arbitration about what was overdue when it was filed. */
export class RecordLawsuitDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("诉讼编号") id: string;
  @DateOnly("起诉日期") filedOn: string;
  @Text("法院或仲裁机构", { max: 60 }) forum: string;
  @Text("案号", { optional: true, max: 60 }) docketNo?: string | null;
}

export class EndLawsuitDto {
  @DateOnly("终结日期") endedOn: string;
  @Text("结果", { min: 2, max: 500, multiline: true }) outcome: string;
}
