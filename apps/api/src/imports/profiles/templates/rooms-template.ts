import { orientationLabels, roomPurposeLabels, roomStateLabels } from "@linli/contracts/enums";
import type { Template } from "./template.js";

export type RoomsKey =
  | "building"
  | "unit"
  | "code"
  | "name"
  | "floor"
  | "buildingArea"
  | "chargeArea"
  | "innerArea"
  | "usableArea"
  | "layout"
  | "orientation"
  | "purpose"
  | "state"
  | "floors"
  | "lift"
  | "handoverNoticedOn"
  | "handedOverOn"
  | "movedInOn"
  | "areasFrom"
  | "remark";

/** 房产: building, unit or floor, room (PRP-02, PRP-03, PRP-08). */
export const roomsTemplate: Template<RoomsKey> = {
  kind: "ROOMS",
  title: "房产",
  rules: [
    "管理区、楼栋、单元（或楼层）、房间共四层，缺少的楼栋和单元会自动建立。",
    "房间代码在管理区内不能重复；管理区发了房号前缀的，代码必须以前缀开头。",
  ],
  fields: [
    {
      key: "building",
      label: "楼栋",
      aliases: ["楼栋号", "楼栋编号", "楼号", "大楼", "栋号", "楼宇"],
      type: "code",
      required: true,
      example: "1栋",
    },
    {
      key: "unit",
      label: "单元/楼层",
      aliases: ["单元", "单元编号", "单元号"],
      type: "code",
      required: true,
      note: "楼栋和房间之间的一层：单元或楼层",
      example: "1单元",
    },
    {
      key: "code",
      label: "房间代码",
      aliases: ["房间代号", "房屋编号", "房号", "房间编号", "房屋代码", "房间号", "房间", "室号"],
      type: "code",
      required: true,
      note: "最多 32 字，汉字、字母、数字和 - _ . # /",
      example: "1-1-101",
    },
    {
      key: "name",
      label: "房间名称",
      aliases: ["房屋名称"],
      type: "text",
      length: 100,
      note: "(M) 必填项；缺少时可先导入，标记为资料不完整",
      example: "1栋1单元101",
    },
    { key: "floor", label: "楼层", aliases: ["房屋楼层", "所在楼层"], type: "integer", note: "地下填负数", example: 1 },
    {
      key: "buildingArea",
      label: "建筑面积",
      aliases: ["建筑面积(㎡)", "房屋面积"],
      type: "decimal",
      places: 4,
      max: "100000",
      required: true,
      note: "平方米，最多 4 位小数",
      example: 94.56,
    },
    {
      key: "chargeArea",
      label: "收费面积",
      aliases: ["计费面积"],
      type: "decimal",
      places: 4,
      max: "100000",
      note: "平方米；留空时按建筑面积",
      example: 94.56,
    },
    {
      key: "innerArea",
      label: "套内面积",
      aliases: ["室内面积", "套内建筑面积"],
      type: "decimal",
      places: 4,
      max: "100000",
      note: "平方米",
      example: 78.2,
    },
    {
      key: "layout",
      label: "户型",
      aliases: ["房屋户型", "房型"],
      type: "text",
      length: 50,
      note: "(M) 如 三室两厅",
      example: "三室两厅",
    },
    {
      key: "orientation",
      label: "朝向",
      aliases: ["房屋朝向"],
      type: "choice",
      choices: orientationLabels,
      choiceAliases: {
        南北通透: "SN",
        正南: "S",
        正北: "N",
        朝南: "S",
        朝北: "N",
        朝东: "E",
        朝西: "W",
        东西通透: "EW",
      },
      note: "(M)",
      example: "南",
    },
    {
      key: "purpose",
      label: "用途",
      aliases: ["房屋类型", "房屋用途", "使用性质"],
      type: "choice",
      choices: roomPurposeLabels,
      choiceAliases: { 办公室: "OFFICE", 商业: "SHOP", 店面: "SHOP" },
      example: "住宅",
    },
    {
      key: "state",
      label: "状态",
      aliases: ["房屋状态", "房间状态"],
      type: "choice",
      choices: roomStateLabels,
      choiceAliases: { 未销售: "UNSOLD", 已出售: "SOLD", 已入伙: "OCCUPIED", 自住: "OCCUPIED", 空置: "VACANT" },
      example: "已入住",
    },
    { key: "floors", label: "总层数", aliases: ["单元总层数"], type: "integer", note: "该单元的总层数", example: 33 },
    { key: "lift", label: "是否有电梯", aliases: ["电梯"], type: "yesNo", note: "填 是 或 否", example: "是" },
    { key: "remark", label: "备注", aliases: ["说明"], type: "text", length: 500, example: "" },
    {
      key: "usableArea",
      label: "使用面积",
      type: "decimal",
      places: 4,
      max: "100000",
      note: "平方米",
      example: "",
    },
    {
      key: "handoverNoticedOn",
      label: "交房通知日期",
      aliases: ["交付通知日期", "入伙通知日期", "收房通知日期"],
      type: "date",
      note: "如 2020-05-20",
      example: "",
    },
    {
      key: "handedOverOn",
      label: "交房日期",
      aliases: ["交付日期", "交楼日期"],
      type: "date",
      note: "如 2020-06-10",
      example: "",
    },
    { key: "movedInOn", label: "入住日期", aliases: ["入伙日期"], type: "date", note: "如 2020-06-10", example: "" },
    {
      key: "areasFrom",
      label: "面积生效日期",
      aliases: ["面积变更日期", "面积生效时间"],
      type: "date",
      note: "已有房间的面积自这一天起变更；留空表示自导入当天起",
      example: "",
    },
  ],
};
