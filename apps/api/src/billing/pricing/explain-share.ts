import { areaKindLabels, shareBaseLabels, type ShareMethod } from "@linli/contracts/enums";
import { formatFen } from "../../common/money.js";
import type { ShareTrace } from "./pricing.types.js";

const UNITS: Record<ShareMethod, string> = { AREA: " m²", HOUSEHOLD: " 户", PEOPLE: " 人", USE: "", CUSTOM: "%" };

/** The sentences of a share of a public cost: the whole, what the room shares by, the exact share and the fen it was rounded to. */
export function shareSentences(share: ShareTrace): string[] {
  const { pool, by, area, total, use, price, unit, own, all, rooms, raw, rest, fen } = share;
  const whole = `${formatFen(total)} 元`;
  const source = use ? `公共用量 ${use}${unit ? ` ${unit}` : ""} × ${price} 元 = ${whole}` : `本月合计 ${whole}`;
  const base = area ? areaKindLabels[area] : shareBaseLabels[by];
  const remainder =
    rest > 0
      ? `取到分后多出的尾差按小数部分从大到小分配，本户多 ${formatFen(rest)} 元`
      : "舍去分以下，尾差分给小数部分更大的房间";
  return [
    `公摊“${pool}”：${source}，${rooms} 间按${base}分摊`,
    `本户${base} ${own}${UNITS[by]}，合计 ${all}${UNITS[by]}`,
    raw === `${formatFen(fen)}00`
      ? `${whole} × ${own} ÷ ${all} = ${formatFen(fen)} 元`
      : `${whole} × ${own} ÷ ${all} = ${raw}；${remainder} → ${formatFen(fen)} 元`,
  ];
}
