import {
  addressKindLabels,
  consentActionLabels,
  consentPurposeLabels,
  consentWayLabels,
  customerFileLabels,
  customerKindLabels,
  debitAccountKindLabels,
  debitAgreementStatusLabels,
  depositObjectLabels,
  eInvoiceStatusLabels,
  idTypeLabels,
  kinshipLabels,
  phoneKindLabels,
  relationRoleLabels,
  requestKindLabels,
  requestStateLabels,
  sexLabels,
  titleKindLabels,
} from "@linli/contracts";
import { idsOf } from "../merged-customers.js";

/** Fields that are stored as codes, by section, with their words. */
const LABELS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  客户: { 类型: customerKindLabels, 性别: sexLabels, 证件名称: idTypeLabels },
  电话: { 类型: phoneKindLabels },
  地址: { 类型: addressKindLabels },
  客房关系: { 关系: relationRoleLabels, 与业主关系: kinshipLabels },
  告知与同意: { 用途: consentPurposeLabels, 同意或撤回: consentActionLabels, 方式: consentWayLabels },
  电子发票: { 状态: eInvoiceStatusLabels, 抬头类型: titleKindLabels },
  押金: { 用途: depositObjectLabels },
  划款协议: { 状态: debitAgreementStatusLabels, 账户类型: debitAccountKindLabels, 证件名称: idTypeLabels },
  附件: { 类型: customerFileLabels },
  个人信息请求: { 类型: requestKindLabels, 状态: requestStateLabels },
};

/** A row of a section with words instead of codes. */
export const inLabels = (section: string, row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, LABELS[section]?.[field]?.[value as string] ?? value]),
  );

/** Everything the system holds about a person, section by section, in words he can read; $1 project, $2 customer. */
export const SECTIONS: readonly [name: string, sql: string][] = [
  [
    "电话",
    "SELECT kind AS 类型, number AS 号码, label AS 说明, is_main AS 主要电话, verified_on AS 核实日期 FROM customer_phone WHERE project_id = $1 AND customer_id = $2 ORDER BY created_at",
  ],
  [
    "地址",
    "SELECT kind AS 类型, text AS 地址 FROM customer_address WHERE project_id = $1 AND customer_id = $2 ORDER BY created_at",
  ],
  [
    "公司联系人",
    "SELECT name AS 姓名, position AS 职务, mobile AS 手机, office_phone AS 办公电话, email AS 电子邮箱 FROM customer_contact WHERE project_id = $1 AND customer_id = $2 ORDER BY created_at",
  ],
  [
    "标签",
    "SELECT t.name AS 标签 FROM tagged_customer x JOIN customer_tag t ON t.project_id = x.project_id AND t.id = x.tag_id WHERE x.project_id = $1 AND x.customer_id = $2 ORDER BY t.name",
  ],
  [
    "客房关系",
    `SELECT o.code AS 房间, r.role AS 关系, r.share AS 产权份额, r.kinship AS 与业主关系, r.starts_on AS 起始日期, r.ends_on AS 结束日期, r.end_reason AS 结束原因
       FROM room_relation r JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
      WHERE r.project_id = $1 AND r.customer_id = $2 ORDER BY r.starts_on`,
  ],
  [
    "车辆",
    `SELECT v.plate AS 车牌, v.model AS 型号, v.color AS 颜色, o.code AS 房间, x.starts_on AS 起始日期, x.ends_on AS 结束日期
       FROM vehicle_relation x JOIN vehicle v ON v.project_id = x.project_id AND v.id = x.vehicle_id
       LEFT JOIN room o ON o.project_id = x.project_id AND o.id = x.room_id
      WHERE x.project_id = $1 AND x.customer_id = $2 ORDER BY x.starts_on, x.id`,
  ],
  [
    "自定义资料",
    `SELECT d.name AS 名称, (SELECT string_agg(coalesce(h->>'name', CASE v.text WHEN 'true' THEN '是' WHEN 'false' THEN '否' ELSE v.text END), '、')
              FROM jsonb_array_elements_text(a.value) AS v(text)
              LEFT JOIN jsonb_array_elements(d.choices) AS h ON h->>'id' = v.text) AS 内容
       FROM customer c CROSS JOIN jsonb_each(c.attributes) AS a
       JOIN attribute_definition d ON d.project_id = c.project_id AND d.id::text = a.key
      WHERE c.project_id = $1 AND c.id = $2 ORDER BY d.sort, d.id`,
  ],
  [
    "收费对象",
    `SELECT o.code AS 房间, p.starts_on AS 起始日期, p.ends_on AS 结束日期
       FROM payer p JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
      WHERE p.project_id = $1 AND p.customer_id = $2 ORDER BY p.starts_on`,
  ],
  [
    "应收",
    `SELECT o.code AS 房间, f.name AS 收费项目, c.period AS 费用月份, c.service_from AS 服务起, c.service_to AS 服务止, c.amount_fen AS "金额（分）", c.open_fen AS "未缴（分）"
       FROM charge c JOIN room o ON o.project_id = c.project_id AND o.id = c.room_id JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.payer_id IN ${idsOf("$1", "$2")} ORDER BY c.period, c.id`,
  ],
  [
    "收据",
    `SELECT receipt_no AS 收据号, booked_on AS 日期, amount_fen AS "金额（分）" FROM receipt WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} ORDER BY booked_on, id`,
  ],
  [
    "电子发票",
    `SELECT request_no AS 申请号, status AS 状态, buyer_kind AS 抬头类型, buyer_name AS 抬头, buyer_tax_number AS 纳税人识别号, invoice_no AS 发票号码,
            issued_on AS 开票日期, amount_fen AS "价税合计（分）", red_fen AS "已红冲（分）", email_masked AS 交付邮箱, mobile_masked AS 交付手机, remark AS 备注
       FROM e_invoice WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} ORDER BY created_at, id`,
  ],
  [
    "预收账户",
    `SELECT o.code AS 房间, a.balance_fen AS "余额（分）" FROM prepayment_account a JOIN room o ON o.project_id = a.project_id AND o.id = a.room_id
      WHERE a.project_id = $1 AND a.customer_id IN ${idsOf("$1", "$2")} ORDER BY o.code`,
  ],
  [
    "押金",
    `SELECT d.deposit_no AS 押金单号, o.code AS 房间, d.object AS 用途, d.amount_fen AS "金额（分）", c.received_fen - d.used_fen AS "余额（分）", d.remark AS 备注
       FROM deposit d JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id JOIN room o ON o.project_id = d.project_id AND o.id = d.room_id
      WHERE d.project_id = $1 AND d.payer_id IN ${idsOf("$1", "$2")} ORDER BY d.deposit_no`,
  ],
  [
    "附件",
    `SELECT kind AS 类型, name AS 文件名, created_at AS 上传时间 FROM file_object
      WHERE project_id = $1 AND owner_type = 'customer' AND owner_id IN ${idsOf("$1", "$2")} AND removed_at IS NULL ORDER BY id`,
  ],
  [
    "告知与同意",
    `SELECT e.purpose AS 用途, e.action AS 同意或撤回, n.version AS 告知版本, e.given_on AS 日期, e.way AS 方式, e.remark AS 备注
       FROM customer_consent e LEFT JOIN privacy_notice n ON n.project_id = e.project_id AND n.id = e.notice_id
      WHERE e.project_id = $1 AND e.customer_id IN ${idsOf("$1", "$2")} ORDER BY e.given_on, e.id`,
  ],
  [
    "个人信息请求",
    `SELECT kind AS 类型, received_on AS 收到日期, due_on AS 答复期限, state AS 状态, result AS 处理结果 FROM privacy_request
      WHERE project_id = $1 AND customer_id IN ${idsOf("$1", "$2")} ORDER BY received_on, id`,
  ],
  [
    "历史",
    `SELECT at AS 时间, user_name AS 操作人, summary AS 内容 FROM audit_log
      WHERE project_id = $1 AND entity = 'customer' AND entity_id = $2::uuid::text ORDER BY id`,
  ],
];

/** A debit agreement as the export takes it: numbers still encrypted. */
export type ExportedAgreement = Record<"account" | "idNumber" | "mobile", string | null> & Record<string, unknown>;

/** The debit agreements of a person; `account`, `idNumber` and `mobile` are to be decrypted. $1 project, $2 customer. */
export const AGREEMENTS = `SELECT agreement_no AS 协议号, status AS 状态, holder AS 开户人, bank_name AS 开户银行, account_kind AS 账户类型,
        account_cipher AS account, id_type AS 证件名称, id_number_cipher AS "idNumber", mobile_cipher AS mobile,
        signed_on AS 签署日期, valid_from AS 生效日期, valid_to AS 失效日期, limit_fen AS "单笔限额（分）", remark AS 备注
   FROM debit_agreement WHERE project_id = $1 AND customer_id IN ${idsOf("$1", "$2")} ORDER BY agreement_no, id`;
