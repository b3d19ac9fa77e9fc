import type { InspectionDto } from "@linli/contracts";
import { inspectionStateLabels } from "@linli/contracts/enums";
import { type Column, countColumn, dateColumn, statusColumn, textColumn } from "../../../components/columns";
import { inspectionTones } from "./inspections.words";

/** The columns of a list of inspections; `to` is the address of one. */
export const inspectionColumns = (to: (row: InspectionDto) => string | undefined): Column<InspectionDto>[] => [
  textColumn("number", "验收单号", { to }),
  textColumn("roomCode", "房间"),
  statusColumn("state", "状态", inspectionStateLabels, inspectionTones),
  dateColumn("inspectedOn", "验收日期"),
  textColumn("inspectorName", "验收人"),
  textColumn("takerName", "接房人"),
  countColumn("failedItems", "不合格项"),
  countColumn("defects", "缺陷"),
  countColumn("openDefects", "未完成整改"),
  textColumn("correctsNumber", "更正", { hidden: true }),
];
