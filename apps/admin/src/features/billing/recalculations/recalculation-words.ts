import type { RecalculationDto } from "@linli/contracts";
import type { RecalculationObstacle, RecalculationStatus } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";
import { formatPeriod } from "../../../lib/dates";

export const recalculationTones: Partial<Record<RecalculationStatus, Tone>> = {
  COMPUTING: "active",
  COMPUTED: "warning",
  PENDING: "warning",
  APPLYING: "active",
  APPLIED: "good",
  REJECTED: "bad",
  WITHDRAWN: "neutral",
  FAILED: "bad",
};

/** Why a bill is left as it is, and what can be done about it. */
export const obstacleNotes: Record<RecalculationObstacle, string> = {
  PAID: "收过款或冲抵过的账单用“更正金额”红冲蓝补，在应收详情里办理。",
  ON_DEBIT: "托收在途，回盘后再重算。",
  ONLINE: "业主正在线上支付，订单支付或关闭后再重算。",
  DISPUTED: "争议处理完再重算。",
  IN_PLAN: "已进入分期缓缴，计划终止后再重算。",
  CLOSED: "所属账期已月结，不再重述；差额请在开放的月份用减免或临时收费处理。",
  REDUCED: "有核销、部分红冲或随收据给的优惠，先冲回再重算。",
  WAIVER_BORNE: "减免由他人承担，承担方已另有应收；先冲回减免再重算。",
  WAIVER_PENDING: "有减免申请还没有审批，申请里的金额是按原账单写的；审批（或撤回）后再重算。",
  BEARER_PAID: "空置减免或优惠由他人承担的部分已经付款。",
  ASSUMED: "过户时欠费已约定由他人承担，不按现在的收费对象重算。",
  WAIVER_OF_PAYER: "减免只属于原来的收费对象，不能随账单改记他人；先冲回减免再重算。",
  ROOM_DISABLED: "房间停用后不再计费，不能据此冲掉已出的账单；启用房间后重新计算差异。",
  NO_PRICE: "现在算不出金额：补上价格、面积或数量后重新计算差异。",
  NO_PAYER: "现在没有收费对象：在房间档案里指定后重新计算差异。",
  DISCOUNT_MONTHS:
    "重算后，同一批次里收费对象的其余账单不足优惠要求的月数，优惠应当收回，但其中有账单不在所选月份内或不能重算（例如已收款）。请把这些月份一并选入，重新计算差异；不能重算的，先按原因处理。",
  LATER_MONTH:
    "和前面的月份合用一个阶梯，也有差异，但不在所选月份内；要一并重算，请把服务月份止选到这个月，重新计算差异。",
  MOVED: "申请之后账单有变动（例如已红冲），没有重算。",
  DISCOUNTED_TOGETHER:
    "同一批次里一起享受优惠的账单（或优惠方案）在申请之后有变动，优惠要合在一起计算，所以这些账单都没有重算；请重新计算差异。",
};

/** Whether a job is at it. */
export const isWorking = ({ status }: Pick<RecalculationDto, "status">): boolean =>
  status === "COMPUTING" || status === "APPLYING";

/** 2026-01 至 2026-03, or the one month. */
export const monthsInWords = ({ fromPeriod, toPeriod }: Pick<RecalculationDto, "fromPeriod" | "toPeriod">): string =>
  fromPeriod === toPeriod ? formatPeriod(fromPeriod) : `${fromPeriod} 至 ${toPeriod}`;

/** Items named before the rest is only counted. */
const ITEMS_NAMED = 2;

/** Which rooms and items it covers. */
export function scopeInWords({ roomCount, feeItemNames }: RecalculationDto): string {
  const items = feeItemNames.slice(0, ITEMS_NAMED).join("、");
  const more = feeItemNames.length > ITEMS_NAMED ? `等 ${feeItemNames.length} 个项目` : "";
  return `${items}${more} · ${roomCount === null ? "整个管理区" : `${roomCount.toLocaleString("en-US")} 间房`}`;
}
