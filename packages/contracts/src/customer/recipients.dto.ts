import { ArrayMinSize } from "class-validator";
import { Choice, Choices, DateOnly, Id, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type PersonalDataKind,
  personalDataLabels,
  type RecipientBasis,
  recipientBasisLabels,
  type RecipientKind,
  recipientKindLabels,
} from "./recipients.enums.js";

export class RecipientPath extends ProjectPath {
  @Id("接收方编号") recipientId: string;
}

export class RecipientQueryDto extends PageQueryDto {
  @Text("名称", { optional: true, max: 50 }) q?: string;
  @Choice("关系", recipientKindLabels, { optional: true }) kind?: RecipientKind;
  /** Only those who get personal data today. */
  @QueryFlag("有效") current?: boolean;
}

/**
 * Somebody outside the company who gets personal data of this project's customers: an SMS sender, a bank, a supplier
 * (LAW-34, PIPL 21, 23, 55). Ended by its last day, never removed.
 */
export class SaveRecipientDto {
  @Text("名称", { max: 100 }) name: string;
  @Choice("关系", recipientKindLabels) kind: RecipientKind;
  /** What for, e.g. 发送缴费短信. */
  @Text("处理目的", { max: 200 }) purpose: string;
  /** Which kinds of personal data; sensitive ones (ID number, bank account, face) demand an assessment. */
  @ArrayMinSize(1, { message: "个人信息种类至少选 1 项" })
  @Choices("个人信息种类", personalDataLabels)
  dataKinds: PersonalDataKind[];
  @Choice("合法性基础", recipientBasisLabels) basis: RecipientBasis;
  @Text("合同或协议编号", { optional: true, max: 60 }) contractNo?: string | null;
  @Text("联系方式", { optional: true, max: 100 }) contact?: string | null;
  /** First day. */
  @DateOnly("开始日期") startsOn: string;
  /** Last day; while it lasts it is left out. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** When the impact of the processing was assessed (PIPL 55, 56); demanded for sensitive data. */
  @DateOnly("影响评估日期", { optional: true }) assessedOn?: string | null;
  @Text("备注", { optional: true, max: 500, multiline: true }) remark?: string | null;
}

/** A recipient of personal data. */
export class RecipientDto {
  id: string;
  name: string;
  kind: RecipientKind;
  purpose: string;
  dataKinds: PersonalDataKind[];
  basis: RecipientBasis;
  contractNo: string | null;
  contact: string | null;
  startsOn: string;
  endsOn: string | null;
  assessedOn: string | null;
  remark: string | null;
  /** Gets data today. */
  current: boolean;
}

export class RecipientPageDto extends PageDto<RecipientDto> {
  declare items: RecipientDto[];
}
