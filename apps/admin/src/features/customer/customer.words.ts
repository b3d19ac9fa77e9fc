import type { RelationDto } from "@linli/contracts";
import {
  contactWayLabels,
  consentWayLabels,
  customerKindLabels,
  idTypeLabels,
  kinshipLabels,
  languageLabels,
  phoneCheckLabels,
  phoneKindLabels,
  type RelationRole,
  relationRoleLabels,
  sexLabels,
  titleKindLabels,
} from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";
import type { ChangeWords } from "../../lib/changes";

/** How customers and their relations speak in the history. */
export const customerWords: ChangeWords = {
  dto: "SaveCustomerDto",
  labels: {
    confirmedOn: "核对日期",
    role: "与房间的关系",
    share: "产权份额（%）",
    kinship: "与业主关系",
    isPrimaryContact: "首要联系人",
    startsOn: "起始日期",
    endsOn: "结束日期",
    mainPhone: "主要电话",
    verifiedHow: "核实方式",
    phoneKind: "电话类型",
    number: "号码",
    label: "说明",
    text: "地址",
    titleKind: "抬头类型",
    title: "抬头",
    taxNumber: "纳税人识别号",
    phone: "电话",
    bank: "开户银行",
    account: "银行账号",
    isDefault: "默认",
    contactName: "联系人",
    position: "职务",
    officePhone: "办公电话",
    email: "电子邮箱",
    isMain: "主要",
    contactWay: "联系方式",
    contactHours: "联系时间",
    language: "语言",
    noMarketing: "不接收营销信息",
    tags: "标签",
    endReason: "结束原因",
    headId: "户主",
    authority: "代理权限",
    owners: "业主",
    guardianId: "监护人",
    givenOn: "同意日期",
    way: "同意方式",
    agreed: "已同意",
  },
  choices: {
    kind: customerKindLabels,
    sex: sexLabels,
    idType: idTypeLabels,
    role: relationRoleLabels,
    kinship: kinshipLabels,
    verifiedHow: phoneCheckLabels,
    phoneKind: phoneKindLabels,
    titleKind: titleKindLabels,
    contactWay: contactWayLabels,
    language: languageLabels,
    way: consentWayLabels,
  },
};

export const roleTones: Partial<Record<RelationRole, Tone>> = {
  OWNER: "good",
  DEVELOPER: "good",
  TENANT: "active",
};

/** Whether something dated lasts on a day, or begins later. */
export const lastsOrComes = ({ endsOn }: { endsOn: string | null }, day: string): boolean =>
  endsOn === null || endsOn >= day;

/** Whether something dated holds on a day. */
export const lasts = (span: { startsOn: string; endsOn: string | null }, day: string): boolean =>
  span.startsOn <= day && lastsOrComes(span, day);

/** "2026-01-01 至今", "2026-01-01 至 2026-12-31". */
export const spanText = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string =>
  `${startsOn} 至${endsOn === null ? "今" : ` ${endsOn}`}`;

/** Whether somebody is only a family member today: then less is demanded of him (CUS-07). */
export function isOnlyFamily(relations: readonly RelationDto[], day: string): boolean {
  const present = relations.filter((relation) => lastsOrComes(relation, day));
  return present.length > 0 && present.every(({ role }) => role === "FAMILY");
}

/** 张伟 · 1-1-101 · 业主 */
export const relationText = ({ customerName, roomCode, role }: RelationDto): string =>
  `${customerName} · ${roomCode} · ${relationRoleLabels[role]}`;
