import type { Template } from "./template.js";

export type PayersKey = "roomCode" | "fee" | "number" | "name" | "from" | "to";

/** 收费对象: who pays for a room, for all items or for one, from when to when (CUS-09, BIL-06). */
export const payersTemplate: Template<PayersKey> = {
  kind: "PAYERS",
  title: "收费对象",
  rules: [
    "每行是一个房间在一段时间的收费对象。房间和客户必须已在系统中；只有一位业主的房间不需要收费对象。",
    "收费项目留空表示全部项目；同一房间同一项目的日期不能重叠；起止日期都包含当日。",
  ],
  fields: [
    {
      key: "roomCode",
      label: "房间代码",
      aliases: ["房间代号", "房屋编号", "房号", "房间编号", "房间号"],
      type: "code",
      required: true,
      example: "1-1-101",
    },
    {
      key: "fee",
      label: "收费项目",
      aliases: ["费用项目", "费用名称"],
      type: "text",
      length: 50,
      note: "全部项目留空",
      example: "",
    },
    {
      key: "number",
      label: "客户编号",
      type: "text",
      length: 40,
      note: "留空时在该房间的客户中按名称查找",
      example: "KH000001",
    },
    {
      key: "name",
      label: "收费对象名称",
      aliases: ["客户名称", "付款人", "缴费人"],
      type: "text",
      length: 100,
      required: true,
      example: "张某某",
    },
    {
      key: "from",
      label: "起始日期",
      aliases: ["开始日期"],
      type: "date",
      required: true,
      note: "如 2020-06-10",
      example: "2020-06-10",
    },
    {
      key: "to",
      label: "结束日期",
      aliases: ["终止日期"],
      type: "date",
      note: "含当日；长期有效留空",
      example: "",
    },
  ],
};
