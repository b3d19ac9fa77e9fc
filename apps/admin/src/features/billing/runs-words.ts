import type { RunDto } from "@linli/contracts";
import type { RunDifference, RunStatus } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const runTones: Partial<Record<RunStatus, Tone>> = {
  REHEARSING: "active",
  REHEARSED: "warning",
  PUBLISHING: "active",
  PUBLISHED: "good",
  REVERSING: "active",
  REVERSED: "neutral",
  FAILED: "bad",
};

export const differenceTones: Partial<Record<RunDifference, Tone>> = {
  NEW: "active",
  VANISHED: "warning",
  CHANGED: "warning",
  ZERO: "warning",
  NO_PAYER: "bad",
  NO_START: "bad",
  NO_DEVELOPER: "bad",
  NO_RATE: "bad",
  ISSUED: "warning",
};

/** What a kind of difference means and what can be done about it. */
export const differenceNotes: Record<RunDifference, string> = {
  NONE: "与上月相同，或变动在管理区设定的幅度之内。",
  NEW: "上月没有这一项，本月开始收取。",
  VANISHED: "上月收过，本月没有：绑定可能已结束。这里只作提示，不会出账。",
  CHANGED: "与上月相比变动超过管理区设定的幅度，请核对面积、价格或起止日期。",
  ZERO: "金额为零，不会出账：请核对计费面积或单价。",
  NO_PAYER: "没有收费对象，不会出账：请在房间档案的“客户关系”里指定收费对象后重新试算。",
  NO_START:
    "起算政策需要的交房日期没有填写，不能确定由业主还是开发商承担，不会出账。在房间档案的“状态与用途”里补填后重新试算。",
  NO_DEVELOPER: "应由开发商承担，但没有设置开发商，不会出账：请在“收费设置”里选择开发商后重新试算。",
  NO_RATE: "这些天没有价格、面积或数量，不会出账：请核对收费标准和房间面积。",
  ISSUED:
    "这些天已经出过账，但与现在计算的金额或承担人不同。已出账的应收不会自动改动；未缴的可以“重算未缴账单”，由另一人审批后重新出账，已缴的用“更正金额”。",
};

/** Kinds in the order in which they deserve a look. */
export const differenceOrder: readonly RunDifference[] = [
  "NO_PAYER",
  "NO_START",
  "NO_DEVELOPER",
  "NO_RATE",
  "ISSUED",
  "CHANGED",
  "ZERO",
  "VANISHED",
  "NEW",
  "NONE",
];

/** Which part of the project a run covers. */
export function scopeInWords({ buildingIds, roomIds, feeItemIds }: RunDto): string {
  const parts = [
    buildingIds.length > 0 && `${buildingIds.length} 栋楼`,
    roomIds.length > 0 && `${roomIds.length} 间房`,
    feeItemIds.length > 0 && `${feeItemIds.length} 个项目`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("，") : "整个管理区";
}

/** Whether a job is at it. */
export const isWorking = ({ status }: Pick<RunDto, "status">): boolean =>
  status === "REHEARSING" || status === "PUBLISHING" || status === "REVERSING";
