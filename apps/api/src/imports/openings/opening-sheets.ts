import type { OpeningRowKind } from "@linli/contracts";
import type { ImportField } from "../workbook/guess-columns.js";

export type OpeningColumn =
  | "room"
  | "building"
  | "feeItem"
  | "from"
  | "to"
  | "due"
  | "paidOn"
  | "amount"
  | "paid"
  | "customer"
  | "customerNo"
  | "documentNo"
  | "object"
  | "chargeObject"
  | "cycle"
  | "cashier"
  | "remark";

/** A column of a sheet. */
export interface OpeningField extends ImportField {
  key: OpeningColumn;
  /** Said in the template. */
  note: string;
  example: string;
}

/** What a row must have; other columns may be empty in it. */
export interface OpeningSheet {
  fields: readonly OpeningField[];
  needs: readonly OpeningColumn[];
  notes: readonly string[];
}

const room = (required: boolean, label = "房号"): OpeningField => ({
  key: "room",
  label,
  aliases: ["房号", "房屋", "房间", "房间代码", "房间号", "房屋编号"].filter((one) => one !== label),
  required,
  note: "系统里的房间代码；合计行填“合计”",
  example: "1-1-101",
});
const building: OpeningField = {
  key: "building",
  label: "楼栋",
  aliases: ["楼号", "楼栋号"],
  note: "只在合计行使用：某一栋的合计",
  example: "",
};
const feeItem = (required: boolean, note = "系统里收费项目的名称或代码"): OpeningField => ({
  key: "feeItem",
  label: "收费项目",
  aliases: ["费用项目", "收费项", "费用名称"],
  required,
  note,
  example: "物业服务费",
});
const customer = (label: string): OpeningField => ({
  key: "customer",
  label,
  aliases: ["客户", "业主", "客户名称", "业主名称", "交款人"].filter((one) => one !== label),
  note: "不填时取房间当时的收费对象",
  example: "",
});
const customerNo: OpeningField = {
  key: "customerNo",
  label: "客户编号",
  note: "同名客户时必填",
  example: "",
};
const chargeObject: OpeningField = {
  key: "chargeObject",
  label: "计费对象",
  aliases: ["车位/车辆/合同"],
  note: "车位、车辆或合同：种类加号码；号码不会混淆时可只写号码。是房间本身的不填",
  example: "车位 B1-023",
};
const remark: OpeningField = { key: "remark", label: "备注", aliases: ["说明"], note: "最多 200 字", example: "" };
const amount = (label: string, aliases: string[], note: string): OpeningField => ({
  key: "amount",
  label,
  aliases,
  required: true,
  note,
  example: "285.60",
});
const day = (
  key: "from" | "to" | "due" | "paidOn",
  label: string,
  aliases: string[],
  note: string,
  example: string,
) => ({
  key,
  label,
  aliases,
  required: key !== "due",
  note,
  example,
});

/** The sheets of both workbooks; names of sheets are the labels of the kinds. */
export const OPENING_SHEETS: Record<OpeningRowKind, OpeningSheet> = {
  ARREARS: {
    fields: [
      room(true),
      building,
      feeItem(true),
      day("from", "费用起", ["开始时间", "计费开始", "费用开始日期"], "费用所属的第一天", "2025-11-01"),
      day("to", "费用止", ["结束时间", "计费结束", "费用结束日期"], "费用所属的最后一天，须早于启用日期", "2025-12-31"),
      day("due", "应缴日", ["到期日", "应缴日期"], "账龄和违约金从这一天算起；不填时取费用止", "2025-12-20"),
      amount("欠费金额", ["未缴金额", "欠缴金额", "欠费", "金额"], "还没有缴的金额，元"),
      customer("客户"),
      customerNo,
      chargeObject,
      remark,
    ],
    needs: ["room", "feeItem", "from", "to", "amount"],
    notes: [
      "欠费：启用日期之前没有缴的费用，一行一笔。入账后可在收费台收款，账龄按应缴日计算，不计入任何月份的应收。",
      "一个房间几个车位（车辆、合同）的欠费，一个一行，在“计费对象”写明是哪一个；房号写付费的房间。",
    ],
  },
  PREPAYMENT: {
    fields: [
      room(true),
      building,
      customer("客户"),
      customerNo,
      feeItem(false, "专用预收的收费项目；不填为通用预收"),
      amount("预收余额", ["余额", "预存余额", "金额"], "启用日期时还没有用掉的预收，元"),
      remark,
    ],
    needs: ["amount"],
    notes: ["预收：启用日期时的余额。房号与客户至少填一个，只填客户时客户名下须只有一间房。"],
  },
  DEPOSIT: {
    fields: [
      room(true),
      building,
      feeItem(true, "系统里押金类收费项目的名称或代码"),
      { key: "documentNo", label: "收据号", aliases: ["收据编号", "票据号"], note: "原收据的号码", example: "0012345" },
      day("paidOn", "收取日期", ["收款日期", "交款日期"], "须早于启用日期；押金账龄从这一天算起", "2024-06-18"),
      amount("押金金额", ["在押金额", "金额"], "还在押的金额，元"),
      customer("交款人"),
      customerNo,
      { key: "object", label: "押金类别", note: "房屋、装修、出入证、租赁或其他；不填为其他", example: "装修" },
      chargeObject,
      remark,
    ],
    needs: ["room", "feeItem", "paidOn", "amount"],
    notes: [
      "押金：还在押的押金，一张收据一行；一张收据收了几个车位（车辆、合同）的，一个一行，在“计费对象”写明是哪一个。",
    ],
  },
  PAID_THROUGH: {
    fields: [
      room(true),
      feeItem(true, "常规或租赁项目的名称或代码"),
      day("to", "已缴至", ["缴至日期", "已缴至日期", "缴费截止日"], "已缴到哪一天（含），出账从次日开始", "2026-03-31"),
      remark,
    ],
    needs: ["room", "feeItem", "to"],
    notes: ["已缴至：以前已经预缴到的日期，可以晚于启用日期；应收批次不再出这一天及之前的费用。"],
  },
  COLLECTED: {
    fields: [
      feeItem(true, "代收代付项目的名称或代码；合计行填“合计”"),
      amount("代收未解缴金额", ["未解缴金额", "代收余额", "金额"], "启用日期之前代收、还没有付给收款单位的钱，元"),
      remark,
    ],
    needs: ["feeItem", "amount"],
    notes: ["代收未解缴：替水电等单位代收、还没有解缴的钱，一个代收代付项目一行；入账后在“代收代付”页解缴。"],
  },
  HISTORY: {
    fields: [
      room(true, "房屋"),
      feeItem(true),
      { key: "cycle", label: "缴费周期", note: "如 6 个月；只供查阅", example: "6" },
      day("from", "开始时间", ["费用起", "计费开始"], "费用所属的第一天", "2025-01-01"),
      day("to", "结束时间", ["费用止", "计费结束"], "费用所属的最后一天", "2025-06-30"),
      day("paidOn", "缴费时间", ["缴费日期", "收款时间"], "须早于启用日期", "2025-01-12"),
      amount("应缴金额", ["应收金额"], "元"),
      { key: "paid", label: "实缴金额", aliases: ["实收金额"], required: true, note: "元", example: "285.60" },
      { key: "cashier", label: "收银员", aliases: ["收费员"], note: "只供查阅", example: "李敏" },
      remark,
    ],
    needs: ["room", "feeItem", "from", "to", "paidOn", "amount", "paid"],
    notes: [
      "历史缴费：启用日期之前的缴费记录，入账后在房间的“历史缴费”里查阅，不计入班次、日报、收据和月结。",
      "入账时可选择：把最后一天登记为“已缴至”；把应缴与实缴的差额记为期初欠费（不选则差额只作记录）。",
    ],
  },
};

/** The sheets of a workbook of opening balances, in order. */
export const BALANCE_SHEETS = ["ARREARS", "PREPAYMENT", "DEPOSIT", "PAID_THROUGH", "COLLECTED"] as const;
