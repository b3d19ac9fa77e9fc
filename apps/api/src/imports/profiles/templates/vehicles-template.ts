import { vehicleKindLabels, vehicleRankLabels, vehicleRoleLabels, vehicleStateLabels } from "@linli/contracts/enums";
import type { Template } from "./template.js";

export type VehiclesKey =
  | "plate"
  | "model"
  | "color"
  | "state"
  | "role"
  | "number"
  | "name"
  | "roomCode"
  | "spaceCode"
  | "rank"
  | "kind"
  | "from"
  | "to"
  | "remark";

/** 车辆: whose a vehicle is, who uses it, for which room and space (PRK-10, SCN-09). */
export const vehiclesTemplate: Template<VehiclesKey> = {
  kind: "VEHICLES",
  title: "车辆",
  rules: [
    "每行是一辆车与一位客户的关系；一辆车有几位使用人就写几行，车辆资料每行相同。客户、房间和车位必须已在系统中。",
    "新车辆须有一行车主；一辆车同一时间只有一位车主，一个房间同一时间只有一辆主车。",
    "已有的关系填上结束日期即结束；房间、车位、主副车和停放方式的变更请在车辆页面办理。",
  ],
  fields: [
    {
      key: "plate",
      label: "车牌号码",
      aliases: ["车牌号", "车牌", "车辆牌照"],
      type: "text",
      length: 20,
      required: true,
      example: "粤B12345",
    },
    {
      key: "model",
      label: "汽车型号",
      aliases: ["车型", "品牌型号", "车辆型号"],
      type: "text",
      length: 50,
      note: "(M) 新车辆必填",
      example: "丰田凯美瑞",
    },
    {
      key: "color",
      label: "汽车颜色",
      aliases: ["颜色", "车身颜色"],
      type: "text",
      length: 20,
      note: "(M) 新车辆必填",
      example: "白色",
    },
    {
      key: "role",
      label: "与车辆的关系",
      aliases: ["人车关系", "身份"],
      type: "choice",
      choices: vehicleRoleLabels,
      choiceAliases: { 所有人: "OWNER", 使用者: "USER" },
      note: "留空为车主",
      example: "车主",
    },
    {
      key: "name",
      label: "客户名称",
      aliases: ["车主姓名", "车主名称", "姓名", "使用人姓名"],
      type: "text",
      length: 100,
      required: true,
      example: "张某某",
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
      key: "roomCode",
      label: "房间代码",
      aliases: ["房间代号", "房屋编号", "房号", "房间编号", "房间号"],
      type: "code",
      example: "1-1-101",
    },
    { key: "spaceCode", label: "车位号", aliases: ["车位编号", "车位代码", "车位"], type: "code", example: "" },
    {
      key: "rank",
      label: "主副车",
      type: "choice",
      choices: vehicleRankLabels,
      note: "留空为副车",
      example: "主车",
    },
    {
      key: "kind",
      label: "停放方式",
      type: "choice",
      choices: vehicleKindLabels,
      note: "留空为月租",
      example: "月租",
    },
    {
      key: "from",
      label: "起始日期",
      aliases: ["开始日期", "登记日期"],
      type: "date",
      required: true,
      note: "如 2020-06-10",
      example: "2020-06-10",
    },
    {
      key: "to",
      label: "结束日期",
      aliases: ["终止日期", "到期日期"],
      type: "date",
      note: "含当日；未结束留空",
      example: "",
    },
    {
      key: "state",
      label: "车辆状态",
      type: "choice",
      choices: vehicleStateLabels,
      note: "导出时写明；新车辆留空",
      example: "",
    },
    { key: "remark", label: "备注", aliases: ["车辆备注"], type: "text", length: 500, example: "" },
  ],
};
