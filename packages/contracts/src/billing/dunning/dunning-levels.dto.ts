import { Choice, Fen, Flag, Id, Int, Text } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type DunningChannel, dunningChannelLabels } from "./dunning.enums.js";

export class DunningLevelPath extends ProjectPath {
  @Id("催缴级别") levelId: string;
}

/** One rung of the ladder (催缴级别, BIL-113): from when on, how, with which words. */
export class SaveDunningLevelDto {
  /** Place in the ladder, the mildest first. */
  @Int("次序", { min: 1, max: 20 }) levelOrder: number;
  @Text("级别名称", { max: 20 }) name: string;
  /** From how many days after the oldest due day on. */
  @Int("逾期天数", { min: 1, max: 3650 }) daysOverdue: number;
  /** Whoever owes less is left out, in fen. */
  @Fen("最低金额") minAmountFen: number;
  @Choice("催缴方式", dunningChannelLabels) channel: DunningChannel;
  /** Words of the notice; placeholders stand in braces: {客户} {合计} {期限}. */
  @Text("通知内容", { min: 5, max: 1000, multiline: true }) text: string;
  /** Days the debtor is given; nobody is asked again before they are over. */
  @Int("缴费期限天数", { min: 1, max: 365 }) daysToNext: number;
  @Flag("启用") active: boolean;
}

export class DunningLevelDto extends SaveDunningLevelDto {
  id: string;
  /** How many steps were made with it. */
  steps: number;
}

export class DunningLevelsDto {
  items: DunningLevelDto[];
}
