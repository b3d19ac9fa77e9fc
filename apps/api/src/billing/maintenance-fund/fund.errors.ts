import { formatFen } from "../../common/money.js";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const decidedLater = () => new InvalidInput({ decidedOn: ["业主表决日期不能晚于划款日期"] });
export const noRooms = () => new InvalidInput({ buildingIds: ["所选范围里没有在用的房间"] });
export const noArea = (rooms: readonly string[]) =>
  new RuleViolation("FUND_NO_AREA", `房间 ${some(rooms)} 没有建筑面积，不能按面积分摊，请先补全`);
export const unknownBuilding = () => new InvalidInput({ buildingIds: ["所选楼栋不存在或不属于本管理区"] });
export const short = (rooms: readonly string[], fen: number) =>
  new RuleViolation(
    "FUND_SHORT",
    `房间 ${some(rooms)} 的维修资金余额不足，共差 ${formatFen(fen)} 元；请先续交，或勾选“余额不足的部分由业主自付”`,
  );
export const faultyRows = (count: number, first: { rowNo: number; message: string }) =>
  new RuleViolation("FUND_ROWS_FAULTY", `对账单有 ${count} 行有误，没有登记；第 ${first.rowNo} 行：${first.message}`);
export const nothingChanged = () => new RuleViolation("FUND_UNCHANGED", "对账单与分户账完全一致，不需要登记");
export const olderStatement = (latest: string) =>
  new InvalidInput({ statedOn: [`已有 ${latest} 的对账单，对账日期不能更早；登记错了请先红冲`] });
export const usedSince = (rooms: readonly string[]) =>
  new RuleViolation("FUND_USED_SINCE", `房间 ${some(rooms)} 的维修资金已经用掉，红冲后余额为负，不能红冲`);

/** The first few of many codes. */
const some = (codes: readonly string[]): string =>
  codes.length > 3 ? `${codes.slice(0, 3).join("、")} 等 ${codes.length} 间` : codes.join("、");
