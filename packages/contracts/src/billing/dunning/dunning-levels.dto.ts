import { Choice, Fen, Flag, Id, Int, Text, When } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type DunningChannel, dunningChannelLabels, type DunningKind, dunningKindLabels } from "./dunning.enums.js";

export class DunningLevelPath extends ProjectPath {
  @Id("催缴级别") levelId: string;
}

const isBill = ({ kind }: SaveDunningLevelDto) => kind === "BILL";
const isDemand = ({ kind }: SaveDunningLevelDto) => kind !== "BILL";

/** One rung of the ladder (催缴级别, BIL-113): from when on, how, with which words. */
export class SaveDunningLevelDto {
  /** A demand when left out. Stays once something was issued with the level. */
  @Choice("种类", dunningKindLabels, { optional: true }) kind?: DunningKind;
  /** Place in the ladder, the mildest first. */
  @Int("次序", { min: 0, max: 20 }) levelOrder: number;
  @Text("级别名称", { max: 20 }) name: string;
  /** Of a bill only: it takes what is due within so many days and is not overdue. */
  @When(isBill)
  @Int("提前天数", { min: 1, max: 90 })
  daysBefore?: number | null;
  /** Of a demand only: from how many days after the oldest due day on. */
  @When(isDemand)
  @Int("逾期天数", { min: 1, max: 3650 })
  daysOverdue?: number | null;
  /** Whoever owes less is left out, in fen. */
  @Fen("最低金额") minAmountFen: number;
  @Choice("催缴方式", dunningChannelLabels) channel: DunningChannel;
  /** Words of the notice; placeholders stand in braces: {客户} {合计} {期限}. */
  @Text("通知内容", { min: 5, max: 1000, multiline: true }) text: string;
  /** Of a demand only: days the debtor is given; nobody is asked again before they are over. */
  @When(isDemand)
  @Int("缴费期限天数", { min: 1, max: 365 })
  daysToNext?: number | null;
  @Flag("启用") active: boolean;
}

export class DunningLevelDto extends SaveDunningLevelDto {
  id: string;
  declare kind: DunningKind;
  declare daysBefore: number | null;
  declare daysOverdue: number | null;
  declare daysToNext: number | null;
  /** How many steps were made with it. */
  steps: number;
}

export class DunningLevelsDto {
  items: DunningLevelDto[];
}
