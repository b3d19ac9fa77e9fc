import {
  type DebitColumnDto,
  type DebitField,
  debitFieldLabels,
  type DebitFileFormatDto,
  type SaveDebitSchemeDto,
} from "@linli/contracts";

const AROUND: readonly DebitField[] = [
  "CONSTANT",
  "SKIP",
  "BATCH_NO",
  "FILE_DATE",
  "COUNT",
  "TOTAL",
  "BANK_NAME",
  "SUCCESS_COUNT",
  "SUCCESS_TOTAL",
  "FAILED_COUNT",
  "FAILED_TOTAL",
];
const RESULTS: readonly DebitField[] = [
  "PAID_AMOUNT",
  "RESULT_CODE",
  "RESULT_TEXT",
  "VALUE_DATE",
  "SUCCESS_COUNT",
  "SUCCESS_TOTAL",
  "FAILED_COUNT",
  "FAILED_TOTAL",
];

/** What is wrong with the files and codes of a scheme, in Chinese; empty when it may be used. */
export function layoutFaults({ request, result, ...scheme }: SaveDebitSchemeDto): string[] {
  const faults = [...formatFaults("报盘", request), ...formatFaults("回盘", result)];
  const has = (format: DebitFileFormatDto, field: DebitField) => format.detail.some((column) => column.field === field);
  if (!has(request, "AMOUNT")) faults.push("报盘明细缺少应扣金额");
  if (!has(request, "ACCOUNT") && !has(request, "AGREEMENT_NO")) faults.push("报盘明细缺少银行账号或协议号码");
  if (!has(request, "REFERENCE") && !has(request, "LINE_NO")) faults.push("报盘明细缺少我方流水号或行号");
  if (!has(result, "REFERENCE") && !has(result, "LINE_NO")) faults.push("回盘明细缺少我方流水号或行号，不能对应");
  if (!has(result, "RESULT_CODE")) faults.push("回盘明细缺少结果代码");
  if (scheme.successCodes.length === 0) faults.push("至少填写一个成功代码");
  if (scheme.allowPartial && !has(result, "PAID_AMOUNT")) faults.push("允许部分扣款时，回盘明细必须有实扣金额");
  const misplaced = [...request.header, ...request.detail, ...request.trailer].filter(({ field }) =>
    RESULTS.includes(field),
  );
  faults.push(...misplaced.map(({ field }) => `报盘文件里不能有${debitFieldLabels[field]}`));
  const codes = [
    ...scheme.successCodes,
    ...scheme.partialCodes,
    ...scheme.openCodes,
    ...scheme.reasons.map((r) => r.code),
  ];
  const doubled = codes.filter((code, index) => codes.indexOf(code) !== index);
  faults.push(...[...new Set(doubled)].map((code) => `代码 ${code} 有两种含义`));
  return faults;
}

function formatFaults(name: string, format: DebitFileFormatDto): string[] {
  const faults: string[] = [];
  const parts: [string, readonly DebitColumnDto[]][] = [
    ["文件头", format.header],
    ["明细", format.detail],
    ["文件尾", format.trailer],
  ];
  for (const [part, columns] of parts) {
    columns.forEach(({ field, width }, index) => {
      const where = `${name}${part}第 ${index + 1} 列（${debitFieldLabels[field]}）`;
      if (format.form === "FIXED" && !width) faults.push(`${where}没有宽度`);
      if (part !== "明细" && !AROUND.includes(field)) faults.push(`${where}只能用在明细里`);
    });
    const fields = columns.map(({ field }) => field).filter((field) => field !== "CONSTANT" && field !== "SKIP");
    const twice = fields.find((field, index) => fields.indexOf(field) !== index);
    if (name === "回盘" && twice) faults.push(`${name}${part}里${debitFieldLabels[twice]}出现两次`);
  }
  if (format.form === "FIXED" && format.titled) faults.push(`${name}定长文本不能有列标题行`);
  if (format.form === "SEPARATED" && !format.separator) faults.push(`${name}请选择分隔符`);
  return faults;
}
