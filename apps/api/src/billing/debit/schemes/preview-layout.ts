import {
  debitFieldLabels,
  type DebitFileFormatDto,
  type DebitPreviewDto,
  type SaveDebitSchemeDto,
} from "@linli/contracts";
import { DebitFileError } from "../files/debit-file-error.js";
import { decoded } from "../files/encoding.js";
import type { DebitFileFacts, DebitOrder } from "../files/field-values.js";
import { layoutFaults } from "../files/layout-faults.js";
import { SEPARATORS, writeDebitFile } from "../files/write-file.js";

const SAMPLES: readonly DebitOrder[] = [
  ["1-101", "张三", 63_882, "6222000000000000001"],
  ["2-1203", "欧阳小红", 21_294, "6222000000000000002"],
].map(([rooms, holder, amountFen, account], index) => ({
  lineNo: index + 1,
  reference: `DK00000100000${index + 1}`,
  amountFen: Number(amountFen),
  account: String(account),
  accountKind: "CARD",
  holder: String(holder),
  bankName: "示例银行",
  bankCode: "0102",
  idType: "ID_CARD",
  idNumber: "110101199001011237",
  mobile: "13800000000",
  agreementNo: `XY20250${index + 1}`,
  customerNo: `KH00000${index + 1}`,
  customerName: String(holder),
  rooms: String(rooms),
  summary: `${rooms} 物业费`,
}));

/** The first lines of the files of a scheme, with made-up debits, and what is wrong with it. Writes nothing. */
export async function previewLayout(scheme: SaveDebitSchemeDto): Promise<DebitPreviewDto> {
  const faults = layoutFaults(scheme);
  if (faults.length > 0) return { requestLines: [], resultLines: [], faults };
  const facts = {
    batchNo: "DK000001",
    date: "2026-01-31",
    bankName: scheme.bankName,
    count: SAMPLES.length,
    totalFen: SAMPLES.reduce((sum, { amountFen }) => sum + amountFen, 0),
    allowPartial: scheme.allowPartial,
  };
  try {
    return {
      requestLines: await linesOf(scheme.request, facts),
      resultLines: [namesOf(scheme.result)],
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof DebitFileError)) throw error;
    return { requestLines: [], resultLines: [], faults: [...error.faults] };
  }
}

/** As text; a workbook as its columns side by side. */
async function linesOf(format: DebitFileFormatDto, facts: DebitFileFacts): Promise<string[]> {
  const asText: DebitFileFormatDto =
    format.form === "EXCEL" ? { ...format, form: "SEPARATED", separator: "TAB", encoding: "UTF8" } : format;
  const content = await writeDebitFile(asText, facts, SAMPLES);
  return decoded(content, asText.encoding).trimEnd().split("\r\n");
}

const namesOf = ({ form, separator, detail }: DebitFileFormatDto) =>
  detail
    .map(({ field, title, width }) => (title ?? debitFieldLabels[field]) + (form === "FIXED" ? `(${width})` : ""))
    .join(form === "SEPARATED" ? SEPARATORS[separator ?? "PIPE"] : " ");
