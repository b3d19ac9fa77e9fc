import { customerKindLabels, idTypeLabels, kinshipLabels, relationRoleLabels, sexLabels } from "@linli/contracts/enums";
import type { Template } from "./template.js";

export type CustomersKey =
  | "number"
  | "roomCode"
  | "role"
  | "name"
  | "kind"
  | "sex"
  | "idType"
  | "idNumber"
  | "registeredResidence"
  | "emergencyName"
  | "emergencyPhone"
  | "homePhone"
  | "mobile"
  | "otherPhones"
  | "birthday"
  | "contactName"
  | "address"
  | "share"
  | "from"
  | "to"
  | "kinship"
  | "primary"
  | "remark";

/** 客户及客房关系: owners, tenants and family members with their rooms (CUS-03, CUS-05 to CUS-07). */
export const customersTemplate: Template<CustomersKey> = {
  kind: "CUSTOMERS",
  title: "客户与客房关系",
  rules: [
    "每行是一位客户与一个房间的关系；一位客户有几个房间就写几行，客户资料每行相同。房间必须已在系统中。",
    "业主、租户的 (M) 项：客户名称、客户类型、性别、证件名称、证件号码、户口所在地、紧急联络人、紧急联络人电话，家庭电话与手机至少一项。",
    "家庭成员的 (M) 项：姓名、性别、与业主关系、证件名称、证件号码。",
    "没有房间的客户：房间代码和关系留空，并写明客户编号。",
    "缺少 (M) 项的客户可先导入，系统标记为资料不完整并列出，直到补齐。",
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
      key: "role",
      label: "关系",
      aliases: ["客房关系", "业主类型", "身份", "角色", "住户类型"],
      type: "choice",
      choices: relationRoleLabels,
      choiceAliases: {
        租客: "TENANT",
        房屋租客: "TENANT",
        共有人: "OWNER",
        家属: "FAMILY",
        成员: "FAMILY",
        临时人员: "USER",
        开发商: "DEVELOPER",
      },
      required: true,
      example: "业主",
    },
    {
      key: "name",
      label: "客户名称",
      aliases: ["业主名称", "业主姓名", "姓名", "客户姓名", "租户姓名"],
      type: "text",
      length: 100,
      required: true,
      example: "张某某",
    },
    {
      key: "kind",
      label: "客户类型",
      aliases: ["类型", "客户性质"],
      type: "choice",
      choices: customerKindLabels,
      choiceAliases: { 单位: "COMPANY", 企业: "COMPANY", 公司户: "COMPANY", 个人户: "PERSON" },
      note: "留空为个人",
      example: "个人",
    },
    { key: "sex", label: "性别", type: "choice", choices: sexLabels, note: "(M)", example: "男" },
    {
      key: "idType",
      label: "证件名称",
      aliases: ["证件类型", "证件种类"],
      type: "choice",
      choices: idTypeLabels,
      choiceAliases: {
        身份证: "ID_CARD",
        二代身份证: "ID_CARD",
        回乡证: "HK_MACAU_PERMIT",
        港澳通行证: "HK_MACAU_PERMIT",
        台胞证: "TAIWAN_PERMIT",
        营业执照: "CREDIT_CODE",
        其他: "OTHER",
      },
      note: "(M)",
      example: "居民身份证",
    },
    {
      key: "idNumber",
      label: "证件号码",
      aliases: ["身份证号", "身份证号码", "身份证", "证件号", "证件编号"],
      type: "idNumber",
      note: "(M) 请把该列设为文本格式，否则 15 位以后的数字会丢失",
      example: "11010519491231002X",
    },
    {
      key: "registeredResidence",
      label: "户口所在地",
      aliases: ["户籍所在地", "户籍地址", "户籍"],
      type: "text",
      length: 200,
      note: "(M)",
      example: "广东省深圳市",
    },
    {
      key: "emergencyName",
      label: "紧急联络人",
      aliases: ["紧急联系人", "紧急联系人姓名"],
      type: "text",
      length: 50,
      note: "(M)",
      example: "李某某",
    },
    {
      key: "emergencyPhone",
      label: "紧急联络人电话",
      aliases: ["紧急联系人电话", "紧急联系电话", "紧急电话"],
      type: "phone",
      note: "(M)",
      example: "13912340001",
    },
    {
      key: "homePhone",
      label: "家庭电话",
      aliases: ["固定电话", "座机", "住宅电话"],
      type: "phone",
      note: "与手机至少填一项",
      example: "0755-26001234",
    },
    {
      key: "mobile",
      label: "手机",
      aliases: ["手机号", "手机号码", "移动电话", "联系电话", "电话"],
      type: "phone",
      note: "11 位",
      example: "13912340002",
    },
    {
      key: "share",
      label: "份额",
      aliases: ["产权份额", "共有份额"],
      type: "decimal",
      places: 6,
      max: "1",
      note: "共有时填，如 50% 或 0.5",
      example: "100%",
    },
    {
      key: "from",
      label: "起始日期",
      aliases: ["开始日期", "入住日期", "起租日期", "交房日期"],
      type: "date",
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
      key: "kinship",
      label: "与业主关系",
      aliases: ["与户主关系", "家庭关系"],
      type: "choice",
      choices: kinshipLabels,
      choiceAliases: {
        夫妻: "SPOUSE",
        妻子: "SPOUSE",
        丈夫: "SPOUSE",
        父亲: "PARENT",
        母亲: "PARENT",
        儿子: "CHILD",
        女儿: "CHILD",
      },
      note: "家庭成员必填 (M)",
      example: "",
    },
    {
      key: "otherPhones",
      label: "其他电话",
      type: "text",
      length: 160,
      note: "最多 5 个，用、隔开",
      example: "",
    },
    { key: "birthday", label: "出生日期", aliases: ["生日"], type: "date", note: "身份证号可推出", example: "" },
    {
      key: "contactName",
      label: "公司联系人",
      type: "text",
      length: 60,
      note: "公司客户的联系人",
      example: "",
    },
    {
      key: "address",
      label: "通讯地址",
      aliases: ["联系地址", "邮寄地址"],
      type: "text",
      length: 200,
      example: "",
    },
    { key: "primary", label: "首要联系人", type: "yesNo", note: "填 是 或 否", example: "" },
    { key: "remark", label: "客户备注", type: "text", length: 500, example: "" },
    {
      key: "number",
      label: "客户编号",
      type: "text",
      length: 40,
      note: "系统编的号；写明时按它找到客户，打码的号码表示“不变”。新客户留空",
      example: "",
    },
  ],
};
