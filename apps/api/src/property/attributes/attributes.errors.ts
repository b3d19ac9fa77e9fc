import { attributeTypeLabels, type AttributeType } from "@linli/contracts";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const typeInUse = (name: string, type: AttributeType, used: number) =>
  new RuleViolation(
    "ATTRIBUTE_IN_USE",
    `「${name}」已有 ${used} 条数据，类型只能是${attributeTypeLabels[type]}`,
    undefined,
    {
      used,
    },
  );

export const choicesInUse = (name: string, choices: string[]) =>
  new RuleViolation("ATTRIBUTE_IN_USE", `「${name}」的选项 ${choices.join("、")} 已经使用，不能去掉`);

export const attributeInUse = (name: string, used: number) =>
  new RuleViolation("REFERENCE", `「${name}」已有 ${used} 条数据，不能删除；不再使用时请停用`, undefined, { used });

export const attributeNamed = (name: string, uses: readonly string[]) =>
  new RuleViolation(
    "ATTRIBUTE_IN_USE",
    `「${name}」用在${uses.join("、")}里，不能改名、改类型、停用或删除；请先改那里`,
  );

export const tooManyAttributes = (max: number) => new RuleViolation("TOO_MANY", `自定义资料最多 ${max} 项`);

export const choicesMissing = () => new InvalidInput({ choices: ["单选和多选至少要有一个选项"] });
export const choicesRepeated = () => new InvalidInput({ choices: ["选项名称有重复"] });
export const choiceUnknown = () => new InvalidInput({ choices: ["有不存在的选项，请刷新页面"] });
