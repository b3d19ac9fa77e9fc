import type { ArchiveExport } from "./archive-export.entity.js";
import { MANIFEST } from "./archive-zip.js";

/** What stands in the archive about itself: what it is, how it is read, how it is verified (说明.txt). */
export const archiveWords = (row: ArchiveExport, { name, timeZone }: { name: string; timeZone: string }): string[] => [
  `${name} ${row.year} 年会计档案（收费系统部分）`,
  `导出编号：${row.number}`,
  `导出人：${row.requestedByName}${row.approverName ? `，审批人：${row.approverName}` : ""}`,
  `用途：${row.reason}`,
  `月份：${row.months.join("、")}`,
  row.complete
    ? "完整性：本年各月均已月结，档案完整。"
    : `完整性：不完整。导出时以下月份没有月结，不在档案中：${row.openMonths.join("、")}。`,
  row.includeNumbers
    ? "个人信息：付款人名册包含完整的证件号码和电话，只能用于上述用途，并按档案保密要求保管。"
    : "个人信息：付款人名册的证件号码和电话已打码。",
  "",
  "一、文件",
  "目录.csv 列出每个文件的内容、档案种类、最低保管年限、行数、金额合计和 SHA-256。",
  "表格为 UTF-8（带 BOM）的 CSV，可用 Excel 或 WPS 打开；金额单位为元，负数为红字或减少；" +
    `时间为当地时间（${timeZone}），月结校验值表中的时间为协调世界时。`,
  "以 = + - @ 开头的文字前加了单引号，防止被当作公式。",
  "最低保管年限：收据存根 5 年，会计凭证和账簿 30 年，银行对账资料和月度报表 10 年，年度报表永久；从本年末的次日起算。",
  "",
  "二、核对",
  `1. 文件没有改动：在解压后的文件夹运行 sha256sum -c ${MANIFEST}，应全部显示 OK（Windows 可用 certutil -hashfile 文件名 SHA256 与目录比较）。`,
  `2. 档案是本系统导出的原件：在“会计档案”页面点“核对档案”，上传压缩包或 ${MANIFEST}，与导出时登记的校验值比较。`,
  "3. 金额与月结一致：见 年度-快照核对.csv，每项应为“一致”。",
  "4. 账目在月结以后没有改动：见 年度-月结校验值.csv。每次月结的校验值由上一个校验值、月份、序号、时间、月结人和各类账目的条数与校验值算出，" +
    "改动任何一条，之后的校验值都接不上。在系统的“账务校验”页面或用命令 pnpm verify-ledger 可以重新计算并比较。",
];
