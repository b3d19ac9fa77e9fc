import { useMutation } from "@tanstack/react-query";
import type { FeeItemDto, SaveFeeItemDto } from "@linli/contracts";
import { feeItemKindLabels, incomeClassLabels, printFormLabels } from "@linli/contracts/enums";
import { Button, Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { FeeItemSelect } from "./fee-item-select";
import { saveFeeItem } from "./fee-items.queries";

const newItem: Partial<SaveFeeItemDto> = {
  kind: "REGULAR",
  incomeClass: "PROPERTY",
  collectedForOthers: false,
  active: true,
  sort: 0,
  printForm: "OTHER",
};

/** Creates a fee item, or changes the one given. */
export function FeeItemForm({ item, trigger }: { item?: FeeItemDto; trigger: ReactElement<{ onClick?: () => void }> }) {
  const { mutateAsync } = useMutation(saveFeeItem(useProjectId(), item?.id));
  return (
    <FormDialog<SaveFeeItemDto>
      name={item ? `edit-fee-item-${item.id}` : "create-fee-item"}
      title={item ? `修改收费项目 ${item.name}` : "新建收费项目"}
      dto="SaveFeeItemDto"
      width={600}
      trigger={trigger}
      initialValues={item ? formOf(item) : newItem}
      note={item?.inUse ? "项目已在使用：停用后不再出账，已出账的应收不变。" : undefined}
      onFinish={mutateAsync}
    >
      <div className="form-columns">
        <Field name="code">
          <Input placeholder="例如：WYF" />
        </Field>
        <Field name="name">
          <Input placeholder="例如：物业服务费" />
        </Field>
        <Field name="kind">
          <Select options={optionsOf(feeItemKindLabels)} />
        </Field>
        <Field name="incomeClass">
          <Select options={optionsOf(incomeClassLabels)} />
        </Field>
        <Field name="shortName">
          <Input placeholder="票据上位置不够时使用" />
        </Field>
        <Field name="unit">
          <Input placeholder="例如：元/m²·月" />
        </Field>
        <Field name="mnemonic">
          <Input placeholder="例如：wyf" />
        </Field>
        <Field name="parentId" extra="只分两级；选择收费项目时列在上级后面">
          <FeeItemSelect
            only={(one) => one.parentId === null && one.id !== item?.id}
            placeholder="没有上级"
            style={{ width: "100%" }}
          />
        </Field>
        <Field name="printForm" extra="没有收费标准的数量，在通知单、收据和价目表上的单位">
          <Select options={optionsOf(printFormLabels)} />
        </Field>
        <Field name="taxCode">
          <Input placeholder="19 位以内数字" />
        </Field>
        <Field name="taxRate">
          <DecimalInput unit="%" />
        </Field>
        <Field name="financeCode">
          <Input />
        </Field>
        <Field name="sort">
          <InputNumber precision={0} min={0} max={9999} style={{ width: "100%" }} />
        </Field>
        <Field name="collectedForOthers" valuePropName="checked" extra="代水电等单位收取，不得加收附加费">
          <Switch />
        </Field>
        <Supplier />
        <Field name="active" valuePropName="checked" extra="停用后不再出账，也不能再绑定">
          <Switch />
        </Field>
      </div>
      <TaxChanges />
      <Field name="remark">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** To whom the money belongs, of an item that is collected for others. */
function Supplier() {
  if (!Form.useWatch<boolean | undefined>("collectedForOthers", Form.useFormInstance())) return null;
  return (
    <>
      <Field name="supplierName">
        <Input placeholder="例如：江州自来水公司" />
      </Field>
      <Field name="keptAccount" extra="代收的钱单独存放的账户">
        <Input />
      </Field>
    </>
  );
}

/** Tax codes and rates that begin later. */
function TaxChanges() {
  return (
    <Form.List name="taxChanges">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="form-columns">
              <Field dto="FeeItemTaxDto" name={[name, "startsOn"]}>
                <DateInput />
              </Field>
              <Field dto="FeeItemTaxDto" name={[name, "taxRate"]}>
                <DecimalInput unit="%" />
              </Field>
              <Field dto="FeeItemTaxDto" name={[name, "taxCode"]} extra={<DeleteRow onClick={() => remove(name)} />}>
                <Input placeholder="19 位以内数字" />
              </Field>
            </div>
          ))}
          <Form.Item>
            <Button type="dashed" onClick={() => add({})}>
              增加税率变更
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}

function DeleteRow({ onClick }: { onClick: () => void }) {
  return (
    <Button type="link" size="small" danger onClick={onClick}>
      删除这次变更
    </Button>
  );
}

const formOf = ({
  id: _id,
  rateCount: _rateCount,
  inUse: _inUse,
  currentTaxRate: _current,
  parentName: _parent,
  ...form
}: FeeItemDto): SaveFeeItemDto => form;
