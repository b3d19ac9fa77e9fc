import { RuleViolation } from "../../common/rule-violation.js";

export const notBilledBeyond = (lastDay: string) =>
  new RuleViolation("NOT_BILLED_BEYOND", `${lastDay} 之后没有出过账，直接结束绑定即可`);

export const meteredNotEndedEarly = () =>
  new RuleViolation(
    "METERED_SERVICE",
    "走表收费按止码结算，不能按天提前终止；请先登记最后一天的止码，再用“结束”结束绑定",
  );

export const endIdReused = () => new RuleViolation("ID_REUSED", "这个办理编号已用于另一次终止，请刷新页面后重新办理");
