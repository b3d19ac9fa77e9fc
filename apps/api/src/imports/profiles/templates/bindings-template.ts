import type { Template } from "./template.js";

export type BindingsKey = "roomCode" | "fee" | "rate" | "from" | "to" | "price" | "quantity" | "object";

/** 收费标准绑定: which rate of which fee item a room is charged by, from when (FEE-02, BIL-01). */
export const bindingsTemplate: Template<BindingsKey> = {
  kind: "BINDINGS",
  title: "收费标准绑定",
  rules: [
    "每行把一个收费标准绑定到一个房间。房间、收费项目和收费标准必须已在系统中。",
    "同一房间同一收费项目的日期不能重叠；起止日期都包含当日。",
    "为车位、车辆或合同收费的，在“计费对象”写明是哪一个，“房间代码”写付费的房间；同一对象同一收费项目的日期不能重叠。",
  ],
  fields: [
    {
      key: "roomCode",
      label: "房间代码",
      aliases: ["房间代号", "房屋编号", "房号", "房间编号", "房间号", "房屋代码", "房间"],
      type: "code",
      required: true,
      example: "1-1-101",
    },
    {
      key: "fee",
      label: "收费项目",
      aliases: ["费用项目", "费项", "费用名称", "收费项目名称"],
      type: "text",
      length: 50,
      required: true,
      example: "物业管理费",
    },
    {
      key: "rate",
      label: "收费标准",
      aliases: ["标准名称", "收费标准名称"],
      type: "text",
      length: 50,
      note: "该项目只有一个标准时可留空",
      example: "高层住宅 1.30",
    },
    {
      key: "from",
      label: "起始日期",
      aliases: ["开始日期", "计费开始日期", "计费起始时间", "费用开始时间"],
      type: "date",
      required: true,
      note: "如 2020-06-10",
      example: "2020-06-10",
    },
    {
      key: "to",
      label: "结束日期",
      aliases: ["终止日期", "计费结束日期", "计费结束时间"],
      type: "date",
      note: "含当日；长期有效留空",
      example: "",
    },
    {
      key: "price",
      label: "单价",
      aliases: ["单价覆盖", "计费单价"],
      type: "decimal",
      places: 6,
      max: "1000000",
      note: "元；只在与收费标准不同时填",
      example: "",
    },
    {
      key: "quantity",
      label: "数量",
      aliases: ["数量覆盖", "户数"],
      type: "decimal",
      places: 4,
      max: "1000000",
      note: "只在与默认数量不同时填",
      example: "",
    },
    {
      key: "object",
      label: "计费对象",
      aliases: ["收费的车位", "车位/车辆/合同"],
      type: "text",
      length: 60,
      note: "车位、车辆或合同：种类加号码，如“车位 B1-023”；号码不会混淆时可只写号码；为房间本身收费的留空",
      example: "",
    },
  ],
};
