import { Choice, Code, DateOnly, Decimal, Flag, Id, Int, Parts, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type FeeItemKind,
  feeItemKindLabels,
  type IncomeClass,
  incomeClassLabels,
  type PrintForm,
  printFormLabels,
} from "./billing.enums.js";

export class FeeItemPath extends ProjectPath {
  @Id("收费项目编号") feeItemId: string;
}

export class FeeItemQueryDto extends PageQueryDto {
  /** Part of code, name, short name or mnemonic. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("种类", feeItemKindLabels, { optional: true }) kind?: FeeItemKind;
  @QueryFlag("启用") active?: boolean;
}

/** A tax code and rate from a day on. */
export class FeeItemTaxDto {
  @DateOnly("开始日期") startsOn: string;
  @Text("税收分类编码", {
    optional: true,
    max: 19,
    pattern: /^\d{1,19}$/,
    patternMessage: "税收分类编码只能是最多 19 位数字",
  })
  taxCode?: string | null;
  /** Per cent, below 100. */
  @Decimal("税率", { places: 2, max: "99.99" }) taxRate: string;
}

/** A fee item as it is created or changed as a whole (BIL-01). */
export class SaveFeeItemDto {
  /** Unique in the project. */
  @Code("项目代码") code: string;
  /** Unique in the project. */
  @Text("项目名称", { max: 50 }) name: string;
  /** Printed where space is short. */
  @Text("简称", { optional: true, max: 20 }) shortName?: string | null;
  /** 助记码: what is typed to find it, e.g. wyf. */
  @Code("助记码", { optional: true, max: 20 }) mnemonic?: string | null;
  /** The item it belongs under; that one belongs under none. */
  @Id("上级项目", { optional: true }) parentId?: string | null;
  /** 其他 when left out. */
  @Choice("打印方式", printFormLabels, { optional: true }) printForm?: PrintForm | null;
  @Choice("种类", feeItemKindLabels) kind: FeeItemKind;
  @Choice("收入类别", incomeClassLabels) incomeClass: IncomeClass;
  /** 代收代付: collected for others, no surcharge may be added (BIL-07). */
  @Flag("代收代付") collectedForOthers: boolean;
  /** To whom the money belongs; only of an item that is collected for others. */
  @Text("收款单位", { optional: true, max: 100 }) supplierName?: string | null;
  /** The account of its own into which the money is kept; only of an item that is collected for others. */
  @Text("代收资金账户", { optional: true, max: 100 }) keptAccount?: string | null;
  /** 计费单位, e.g. 元/m²·月. */
  @Text("计费单位", { optional: true, max: 20 }) unit?: string | null;
  @Text("税收分类编码", {
    optional: true,
    max: 19,
    pattern: /^\d{1,19}$/,
    patternMessage: "税收分类编码只能是最多 19 位数字",
  })
  taxCode?: string | null;
  /** Per cent, below 100. */
  @Decimal("税率", { optional: true, places: 2, max: "99.99" }) taxRate?: string | null;
  /** Later codes and rates by date; `taxCode` and `taxRate` hold before the first of them. */
  @Parts("税率变更", () => FeeItemTaxDto, { optional: true, max: 50 }) taxChanges?: FeeItemTaxDto[] | null;
  @Text("财务代码", { optional: true, max: 32 }) financeCode?: string | null;
  @Text("备注", { optional: true, max: 500, multiline: true }) remark?: string | null;
  /** Order in lists and on prints, ascending. */
  @Int("排序", { optional: true, max: 9999 }) sort?: number | null;
  /** An item that is not active is no longer billed and cannot be bound. */
  @Flag("启用") active: boolean;
}

/** A fee item (收费项目). */
export class FeeItemDto {
  id: string;
  code: string;
  name: string;
  shortName: string | null;
  kind: FeeItemKind;
  incomeClass: IncomeClass;
  collectedForOthers: boolean;
  supplierName: string | null;
  keptAccount: string | null;
  unit: string | null;
  taxCode: string | null;
  /** Per cent. */
  taxRate: string | null;
  /** Later codes and rates, the earliest first. */
  taxChanges: FeeItemTaxDto[];
  /** The rate in force today, per cent. */
  currentTaxRate: string | null;
  mnemonic: string | null;
  parentId: string | null;
  parentName: string | null;
  printForm: PrintForm;
  financeCode: string | null;
  remark: string | null;
  sort: number;
  active: boolean;
  /** Rates of the item. */
  rateCount: number;
  /** Whether rates, charges or payers refer to it: then it can only be deactivated. */
  inUse: boolean;
}

export class FeeItemPageDto extends PageDto<FeeItemDto> {
  declare items: FeeItemDto[];
}
