import type { DebitColumnDto, DebitField, DebitTemplateDto, SaveDebitSchemeDto } from "@linli/contracts";

type More = Omit<DebitColumnDto, "field">;
const column = (field: DebitField, more: More = {}): DebitColumnDto => ({ field, ...more });
const text = (constant: string, more: More = {}) => column("CONSTANT", { text: constant, ...more });
/** A column of fixed width: text to the left filled with blanks, or a number to the right filled with zeros. */
const left = (field: DebitField, width: number, more: More = {}) =>
  column(field, { width, align: "LEFT", pad: "SPACE", ...more });
const number = (field: DebitField, width: number) => column(field, { width, align: "RIGHT", pad: "ZERO" });
const reason = (code: string, of: SaveDebitSchemeDto["reasons"][number]["reason"]) => ({ code, reason: of });

/** Codes met at one company (BIL-103). */
const CODES = [
  reason("3008", "INSUFFICIENT_FUNDS"),
  reason("3013", "OVER_LIMIT"),
  reason("3016", "ACCOUNT_FROZEN"),
  reason("3017", "ACCOUNT_FROZEN"),
  reason("3020", "ACCOUNT_FROZEN"),
  reason("3018", "ACCOUNT_CLOSED"),
  reason("3039", "ACCOUNT_CLOSED"),
  reason("3004", "ACCOUNT_WRONG"),
  reason("3009", "ACCOUNT_WRONG"),
  reason("3030", "ACCOUNT_WRONG"),
  reason("3031", "NAME_MISMATCH"),
  reason("3043", "NOT_SIGNED"),
  reason("3045", "NOT_SIGNED"),
  reason("3046", "NOT_SIGNED"),
  reason("3047", "NOT_SIGNED"),
  reason("3063", "ID_MISMATCH"),
  reason("3028", "BANK_FAULT"),
  reason("3044", "BANK_FAULT"),
];

const ID_CODES = "ID_CARD=0;PASSPORT=1;MILITARY=2;HK_MACAU_PERMIT=4;TAIWAN_PERMIT=5;OTHER=7";

/** Collection file of a payment company: header with sums, separated by bars, amounts in fen. */
const PAYMENT_COMPANY: SaveDebitSchemeDto = {
  name: "支付公司代收",
  bankName: "支付公司",
  merge: "ACCOUNT",
  allowPartial: false,
  minimumFen: 100,
  maximumFen: 5_000_000,
  request: {
    form: "SEPARATED",
    encoding: "UTF8",
    separator: "PIPE",
    unit: "FEN",
    dateFormat: "COMPACT",
    titled: false,
    header: [
      text("000291000000001"),
      text("AC01"),
      column("FILE_DATE"),
      column("BATCH_NO"),
      column("COUNT"),
      column("TOTAL"),
    ],
    detail: [
      column("LINE_NO"),
      column("BANK_CODE"),
      column("ACCOUNT"),
      column("HOLDER"),
      column("AMOUNT"),
      column("REFERENCE"),
      column("SUMMARY"),
      column("MOBILE"),
      column("ID_TYPE", { text: ID_CODES }),
      column("ID_NUMBER"),
    ],
    trailer: [],
  },
  result: {
    form: "SEPARATED",
    encoding: "UTF8",
    separator: "PIPE",
    unit: "FEN",
    dateFormat: "COMPACT",
    titled: false,
    header: [column("SKIP"), column("SKIP"), column("FILE_DATE"), column("BATCH_NO"), column("COUNT"), column("TOTAL")],
    detail: [
      column("LINE_NO"),
      column("ACCOUNT"),
      column("HOLDER"),
      column("AMOUNT"),
      column("REFERENCE"),
      column("RESULT_CODE"),
      column("RESULT_TEXT"),
    ],
    trailer: [],
  },
  successCodes: ["0000"],
  partialCodes: [],
  openCodes: ["PROC"],
  reasons: CODES,
  active: true,
};

/** Front end of a bank for agency collection: fixed width in GBK, short-fund flag, states F, P, E and X with a host code. */
const BANK_FRONT_END: SaveDebitSchemeDto = {
  name: "银行前置机代收",
  bankName: "合作银行",
  merge: "ACCOUNT",
  allowPartial: true,
  minimumFen: 100,
  maximumFen: null,
  request: {
    form: "FIXED",
    encoding: "GBK",
    unit: "FEN",
    dateFormat: "COMPACT",
    titled: false,
    header: [
      text("H", { width: 1 }),
      left("BATCH_NO", 20),
      text("DW0001", { width: 10, align: "LEFT", pad: "SPACE" }),
      left("FILE_DATE", 8),
      number("COUNT", 8),
      number("TOTAL", 15),
    ],
    detail: [
      number("LINE_NO", 8),
      text("2001", { width: 4 }),
      text("DW0001", { width: 10, align: "LEFT", pad: "SPACE" }),
      left("ACCOUNT_KIND", 1, { text: "PASSBOOK=0;CARD=1;COMPANY=2" }),
      left("ACCOUNT", 21),
      left("HOLDER", 60),
      text("CNY", { width: 3 }),
      left("FILE_DATE", 8),
      text("D", { width: 1 }),
      left("SHORT_FUND", 1),
      number("AMOUNT", 15),
      left("CUSTOMER_NO", 20),
      left("CUSTOMER_NAME", 60),
      left("REFERENCE", 20),
    ],
    trailer: [],
  },
  result: {
    form: "FIXED",
    encoding: "GBK",
    unit: "FEN",
    dateFormat: "COMPACT",
    titled: false,
    header: [
      column("SKIP", { width: 1 }),
      left("BATCH_NO", 20),
      left("FILE_DATE", 8),
      number("COUNT", 8),
      number("TOTAL", 15),
      number("SUCCESS_COUNT", 8),
      number("SUCCESS_TOTAL", 15),
    ],
    detail: [
      number("LINE_NO", 8),
      left("ACCOUNT", 21),
      left("HOLDER", 60),
      number("AMOUNT", 15),
      number("PAID_AMOUNT", 15),
      left("VALUE_DATE", 8),
      left("REFERENCE", 20),
      left("RESULT_CODE", 1),
      left("RESULT_TEXT", 40),
    ],
    trailer: [],
  },
  successCodes: ["F"],
  partialCodes: ["P"],
  openCodes: [],
  reasons: [...CODES, reason("X", "NOT_SIGNED")],
  active: true,
};

/** Interface of a water utility: bill key, company and agreement number, no account; counts in the header of the result. */
const WATER_UTILITY: SaveDebitSchemeDto = {
  name: "水务代扣接口",
  bankName: "水务公司",
  merge: "CHARGE",
  allowPartial: false,
  minimumFen: 1,
  maximumFen: null,
  request: {
    form: "SEPARATED",
    encoding: "UTF8",
    separator: "COMMA",
    unit: "YUAN",
    dateFormat: "DASHED",
    titled: false,
    header: [column("BATCH_NO"), column("COUNT")],
    detail: [column("REFERENCE"), text("WY01"), column("AGREEMENT_NO"), column("AMOUNT")],
    trailer: [],
  },
  result: {
    form: "SEPARATED",
    encoding: "UTF8",
    separator: "COMMA",
    unit: "YUAN",
    dateFormat: "DASHED",
    titled: false,
    header: [column("BATCH_NO"), column("COUNT"), column("SUCCESS_COUNT"), column("FAILED_COUNT")],
    detail: [column("REFERENCE"), column("AMOUNT"), column("RESULT_CODE"), column("RESULT_TEXT")],
    trailer: [],
  },
  successCodes: ["0"],
  partialCodes: [],
  openCodes: ["9"],
  reasons: [...CODES, reason("2", "NOT_SIGNED"), reason("3", "INSUFFICIENT_FUNDS")],
  active: true,
};

const EXCEL_COLUMNS = [
  column("LINE_NO", { title: "序号" }),
  column("HOLDER", { title: "户名" }),
  column("ACCOUNT", { title: "账号" }),
  column("AMOUNT", { title: "金额" }),
  column("SUMMARY", { title: "摘要" }),
  column("AGREEMENT_NO", { title: "协议号" }),
  column("REFERENCE", { title: "流水号" }),
];

/** A list in Excel that goes to a branch of a bank; results in words. */
const EXCEL_TO_BRANCH: SaveDebitSchemeDto = {
  name: "支行 Excel 清单",
  bankName: "开户支行",
  merge: "ACCOUNT",
  allowPartial: true,
  minimumFen: 100,
  maximumFen: null,
  request: {
    form: "EXCEL",
    encoding: "UTF8",
    unit: "YUAN",
    dateFormat: "DASHED",
    titled: true,
    header: [],
    detail: EXCEL_COLUMNS,
    trailer: [],
  },
  result: {
    form: "EXCEL",
    encoding: "UTF8",
    unit: "YUAN",
    dateFormat: "DASHED",
    titled: true,
    header: [],
    detail: [
      ...EXCEL_COLUMNS,
      column("PAID_AMOUNT", { title: "实扣金额" }),
      column("RESULT_CODE", { title: "扣款结果" }),
      column("RESULT_TEXT", { title: "失败原因" }),
      column("VALUE_DATE", { title: "扣款日期" }),
    ],
    trailer: [],
  },
  successCodes: ["成功"],
  partialCodes: ["部分成功"],
  openCodes: ["处理中"],
  reasons: [
    reason("余额不足", "INSUFFICIENT_FUNDS"),
    reason("超限额", "OVER_LIMIT"),
    reason("账户冻结", "ACCOUNT_FROZEN"),
    reason("账户挂失", "ACCOUNT_FROZEN"),
    reason("已销户", "ACCOUNT_CLOSED"),
    reason("账号错误", "ACCOUNT_WRONG"),
    reason("户名不符", "NAME_MISMATCH"),
    reason("未签约", "NOT_SIGNED"),
    reason("证件不符", "ID_MISMATCH"),
    reason("系统超时", "BANK_FAULT"),
  ],
  active: true,
};

/** What a scheme may begin with: the layouts met in practice (3.12); numbers and codes are the bank's to give. */
export const SCHEME_TEMPLATES: readonly DebitTemplateDto[] = [
  { code: "PAYMENT_COMPANY", scheme: PAYMENT_COMPANY },
  { code: "BANK_FRONT_END", scheme: BANK_FRONT_END },
  { code: "WATER_UTILITY", scheme: WATER_UTILITY },
  { code: "EXCEL_TO_BRANCH", scheme: EXCEL_TO_BRANCH },
];
