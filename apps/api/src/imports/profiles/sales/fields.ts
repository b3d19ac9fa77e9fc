import type { ImportField } from "../../workbook/guess-columns.js";

export type SalesKey =
  | "building"
  | "unit"
  | "code"
  | "floor"
  | "buildingArea"
  | "innerArea"
  | "layout"
  | "state"
  | "buyers"
  | "idType"
  | "idNumber"
  | "phones"
  | "address"
  | "shares"
  | "contract"
  | "signedOn"
  | "handedOverOn"
  | "payment"
  | "adviser";

/** The columns of a list of rooms and buyers as developers' sales software writes it (CUS-02). */
export const SALES_FIELDS: readonly (ImportField & { key: SalesKey })[] = [
  {
    key: "building",
    label: "楼栋",
    aliases: ["栋号", "楼栋号", "幢号", "楼号", "栋", "幢", "座", "楼宇", "楼栋名称"],
    required: true,
  },
  { key: "unit", label: "单元", aliases: ["单元号", "单元名称"] },
  { key: "code", label: "房号", aliases: ["房间号", "室号", "房间", "房屋号", "户号", "房间编号"], required: true },
  { key: "floor", label: "楼层", aliases: ["所在楼层", "层", "层数"] },
  {
    key: "buildingArea",
    label: "建筑面积",
    aliases: ["建筑", "建面", "预测建筑面积", "实测建筑面积", "销售面积", "合同面积"],
    required: true,
  },
  { key: "innerArea", label: "套内面积", aliases: ["套内", "套内建筑面积", "实测套内面积", "预测套内面积"] },
  { key: "layout", label: "户型", aliases: ["房型", "户型名称", "户型结构"] },
  { key: "state", label: "销售状态", aliases: ["房间状态", "状态", "房源状态"] },
  {
    key: "buyers",
    label: "买受人",
    aliases: [
      "客户姓名",
      "客户名称",
      "买受人姓名",
      "购房人",
      "购房人姓名",
      "业主姓名",
      "权利人",
      "产权人",
      "姓名",
      "客户",
    ],
    required: true,
  },
  { key: "idType", label: "证件类型", aliases: ["证件名称", "证件种类"] },
  {
    key: "idNumber",
    label: "证件号码",
    aliases: ["身份证号", "身份证号码", "证件号", "证件编号", "买受人证件号码", "身份证"],
  },
  {
    key: "phones",
    label: "联系电话",
    aliases: ["电话", "手机", "手机号", "手机号码", "移动电话", "联系方式", "买受人电话"],
  },
  { key: "address", label: "通讯地址", aliases: ["联系地址", "邮寄地址", "地址", "送达地址"] },
  { key: "shares", label: "产权比例", aliases: ["份额", "产权份额", "共有份额", "占有份额", "共有比例", "共有方式"] },
  { key: "contract", label: "合同编号", aliases: ["合同号", "买卖合同编号", "网签合同号", "认购书编号"] },
  { key: "signedOn", label: "签约日期", aliases: ["签约时间", "合同签订日期", "网签日期", "签订日期"] },
  { key: "handedOverOn", label: "交房日期", aliases: ["交付日期", "交楼日期", "实际交房日期", "收楼日期"] },
  { key: "payment", label: "付款方式", aliases: ["付款形式"] },
  { key: "adviser", label: "置业顾问", aliases: ["销售顾问", "销售员", "业务员", "销售人员"] },
];

/** A list is one of sales when it names rooms and buyers and one of these, which only sellers keep. */
export const SALES_ONLY: readonly SalesKey[] = ["contract", "signedOn", "payment", "adviser"];
/** Words for buyers that only sellers use. */
export const SALES_WORDS = ["买受人", "买受人姓名", "购房人", "购房人姓名"];
