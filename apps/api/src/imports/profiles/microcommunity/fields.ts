import type { ImportField } from "../../workbook/guess-columns.js";

type Fields<Key extends string> = readonly (ImportField & { key: Key })[];

/** The columns of hc.xlsx, sheet by sheet. The labels are those of the workbook. */
export const HC_SHEETS = {
  units: "楼栋单元",
  owners: "业主信息",
  fees: "费用设置",
  rooms: "房屋信息",
  spaces: "车位信息",
} as const;

export type UnitKey = "building" | "unit" | "floors" | "lift";
export const UNIT_FIELDS: Fields<UnitKey> = [
  { key: "building", label: "楼栋号", aliases: ["楼栋编号", "楼号"], required: true },
  { key: "unit", label: "单元编号", aliases: ["单元"], required: true },
  { key: "floors", label: "总层数" },
  { key: "lift", label: "是否有电梯" },
];

export type OwnerKey = "number" | "name" | "sex" | "age" | "mobile" | "idNumber" | "type" | "owner";
export const OWNER_FIELDS: Fields<OwnerKey> = [
  { key: "number", label: "编号" },
  { key: "name", label: "业主名称", aliases: ["业主姓名", "姓名"], required: true },
  { key: "sex", label: "性别" },
  { key: "age", label: "年龄" },
  { key: "mobile", label: "手机号" },
  { key: "idNumber", label: "身份证号" },
  { key: "type", label: "业主类型" },
  { key: "owner", label: "业主编号", required: true },
];

export type FeeKey =
  | "number"
  | "category"
  | "name"
  | "recurring"
  | "prepaid"
  | "cycle"
  | "posting"
  | "from"
  | "to"
  | "formula"
  | "price"
  | "fixed";
export const FEE_FIELDS: Fields<FeeKey> = [
  { key: "number", label: "费用编号", required: true },
  { key: "category", label: "费用类型" },
  { key: "name", label: "收费项目", required: true },
  { key: "recurring", label: "费用标识" },
  { key: "prepaid", label: "付费类型" },
  { key: "cycle", label: "缴费周期" },
  { key: "posting", label: "出账类型" },
  { key: "from", label: "计费起始时间" },
  { key: "to", label: "计费结束时间" },
  { key: "formula", label: "计算公式", required: true },
  { key: "price", label: "计费单价" },
  { key: "fixed", label: "固定费用" },
];

export type RoomKey =
  | "code"
  | "building"
  | "unit"
  | "floor"
  | "layout"
  | "buildingArea"
  | "owner"
  | "fees"
  | "feeFrom"
  | "purpose"
  | "innerArea"
  | "rent";
export const ROOM_FIELDS: Fields<RoomKey> = [
  { key: "code", label: "房屋编号", required: true },
  { key: "building", label: "楼栋编号", required: true },
  { key: "unit", label: "单元编号", required: true },
  { key: "floor", label: "房屋楼层" },
  { key: "layout", label: "房屋户型" },
  { key: "buildingArea", label: "建筑面积", required: true },
  { key: "owner", label: "业主编号" },
  { key: "fees", label: "房屋费用" },
  { key: "feeFrom", label: "费用开始时间" },
  { key: "purpose", label: "房屋类型" },
  { key: "innerArea", label: "室内面积" },
  { key: "rent", label: "租金" },
];

export type SpaceKey =
  | "lot"
  | "code"
  | "type"
  | "area"
  | "owner"
  | "plate"
  | "brand"
  | "vehicle"
  | "colour"
  | "tenure"
  | "from"
  | "to";
export const SPACE_FIELDS: Fields<SpaceKey> = [
  { key: "lot", label: "停车场编号", required: true },
  { key: "code", label: "车位编码", aliases: ["车位编号"], required: true },
  { key: "type", label: "停车场类型" },
  { key: "area", label: "面积" },
  { key: "owner", label: "业主编号" },
  { key: "plate", label: "车牌号" },
  { key: "brand", label: "车品牌" },
  { key: "vehicle", label: "车类型" },
  { key: "colour", label: "颜色" },
  { key: "tenure", label: "出租还是出售", aliases: ["出售还是出租"] },
  { key: "from", label: "开始时间" },
  { key: "to", label: "结束时间" },
];

export const IMPORT_ROOM_SHEET = "资产信息";
export type ImportRoomKey =
  | "building"
  | "unit"
  | "code"
  | "floor"
  | "floors"
  | "lift"
  | "purpose"
  | "layout"
  | "buildingArea"
  | "innerArea"
  | "rent"
  | "state"
  | "name"
  | "sex"
  | "mobile"
  | "idNumber"
  | "type";
/** The columns of importRoom.xlsx. */
export const IMPORT_ROOM_FIELDS: Fields<ImportRoomKey> = [
  { key: "building", label: "楼号", required: true },
  { key: "unit", label: "单元", required: true },
  { key: "code", label: "房间", required: true },
  { key: "floor", label: "楼层" },
  { key: "floors", label: "总层数" },
  { key: "lift", label: "是否有电梯" },
  { key: "purpose", label: "房屋类型" },
  { key: "layout", label: "房屋户型" },
  { key: "buildingArea", label: "建筑面积", required: true },
  { key: "innerArea", label: "室内面积" },
  { key: "rent", label: "租金" },
  { key: "state", label: "房屋状态" },
  { key: "name", label: "业主名称", required: true },
  { key: "sex", label: "性别" },
  { key: "mobile", label: "手机号" },
  { key: "idNumber", label: "身份证号" },
  { key: "type", label: "业主类型" },
];
