import type { SaveDunningLevelDto } from "@linli/contracts";

type Suggested = Omit<SaveDunningLevelDto, "levelOrder" | "active">;

const ladder: readonly Suggested[] = [
  {
    kind: "BILL",
    name: "到期前送账单",
    daysBefore: 10,
    minAmountFen: 0,
    channel: "SMS",
    text: "【{管理区}】尊敬的{客户}：您的{房号}有费用 {合计} 元，请于 {最早应缴日} 前缴纳。已缴纳的请忽略，咨询电话 {电话}。",
  },
  {
    name: "短信提醒",
    daysOverdue: 7,
    minAmountFen: 1_000,
    channel: "SMS",
    text: "【{管理区}】尊敬的{客户}：您的{房号}有物业费用 {合计} 元已过缴费期限，请于 {期限} 前缴纳。如已缴纳请忽略，咨询电话 {电话}。",
    daysToNext: 10,
  },
  {
    name: "电话或上门",
    daysOverdue: 30,
    minAmountFen: 5_000,
    channel: "VISIT",
    text: "{客户}：您的{房号}自 {最早应缴日} 起欠缴物业费用 {合计} 元，已逾期 {逾期天数} 天。请于 {期限} 前缴纳；对费用或服务有意见，请告诉我们，我们会核实答复。",
    daysToNext: 15,
  },
  {
    name: "书面催款",
    daysOverdue: 90,
    minAmountFen: 10_000,
    channel: "NOTICE",
    text: "{客户}：您的{房号}自 {最早应缴日} 起欠缴物业费用 {欠费} 元，违约金 {违约金} 元，合计 {合计} 元，已逾期 {逾期天数} 天。请于 {期限} 前缴清。逾期不缴的，我方将依法通过诉讼或者仲裁主张。",
    daysToNext: 30,
  },
  {
    name: "挂号信催告",
    daysOverdue: 180,
    minAmountFen: 50_000,
    channel: "REGISTERED",
    text: "{客户}：经多次催告，您的{房号}仍欠缴物业费用 {欠费} 元，违约金 {违约金} 元，合计 {合计} 元。请于 {期限} 前缴清。逾期不缴的，我方将依法提起诉讼或者申请仲裁，由此产生的费用由责任方承担。",
    daysToNext: 60,
  },
  {
    name: "律师函",
    daysOverdue: 365,
    minAmountFen: 100_000,
    channel: "LAWYER",
    text: "{客户}：受{管理区}委托，就您的{房号}欠缴物业费用 {合计} 元一事致函。请于 {期限} 前缴清；逾期将提起诉讼或者申请仲裁。",
    daysToNext: 30,
  },
];

/** The ladder a project may begin with (BIL-113): from level 0, the bill before the due day, to a lawyer's letter. */
export const DEFAULT_LEVELS: readonly SaveDunningLevelDto[] = ladder.map((level, index) => ({
  ...level,
  levelOrder: index,
  active: true,
}));
