import { useMutation } from "@tanstack/react-query";
import type { DebitAgreementDto, SaveDebitAgreementDto } from "@linli/contracts";
import { debitAccountKindLabels, idTypeLabels } from "@linli/contracts/enums";
import { Input, Select } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { CustomerSelect } from "../../customer/customer-select";
import { saveAgreement } from "./debit.queries";
import { SchemeSelect } from "./scheme-select";
import { FeeItemsSelect } from "../fee-item-select";
import { RoomsSelect } from "./several-selects";

/** Enters or changes an agreement (MIN-06). The whole account is never shown again: left empty it stays as it is. */
export function AgreementForm({
  agreement,
  roomId,
  trigger,
}: {
  agreement?: DebitAgreementDto;
  /** The room it is entered for. */
  roomId?: string;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveAgreement(useProjectId(), agreement?.id));
  return (
    <FormDialog<SaveDebitAgreementDto>
      name="debit-agreement"
      title={agreement ? `修改划款协议 ${agreement.agreementNo}` : "登记划款协议"}
      dto="SaveDebitAgreementDto"
      width={640}
      trigger={trigger}
      note={
        agreement
          ? "账号、证件号码和手机不填则保持不变。"
          : "登记后是“待签”，签约并取得单独同意以后生效。账号加密保存，只显示后四位。"
      }
      initialValues={agreement ? valuesOf(agreement) : { accountKind: "CARD", ...(roomId && { roomIds: [roomId] }) }}
      onFinish={(values) => mutateAsync(kept(values, agreement))}
    >
      <Field name="schemeId">
        <SchemeSelect />
      </Field>
      <Field name="agreementNo">
        <Input />
      </Field>
      <Field name="customerId">
        <CustomerSelect />
      </Field>
      <Field name="holder">
        <Input />
      </Field>
      <Field name="account" required={!agreement}>
        <Input placeholder={agreement?.accountMasked} autoComplete="off" />
      </Field>
      <Field name="accountKind">
        <Select options={optionsOf(debitAccountKindLabels)} />
      </Field>
      <Field name="bankName">
        <Input />
      </Field>
      <Field name="bankCode">
        <Input />
      </Field>
      <Field name="idType">
        <Select allowClear options={optionsOf(idTypeLabels)} />
      </Field>
      <Field name="idNumber">
        <Input placeholder={agreement?.idNumberMasked ?? undefined} autoComplete="off" />
      </Field>
      <Field name="mobile">
        <Input placeholder={agreement?.mobileMasked ?? undefined} autoComplete="off" />
      </Field>
      <Field name="roomIds">
        <RoomsSelect known={agreement?.rooms} />
      </Field>
      <Field name="feeItemIds">
        <FeeItemsSelect />
      </Field>
      <Field name="limitFen">
        <MoneyInput />
      </Field>
      <Field name="validFrom">
        <DateInput />
      </Field>
      <Field name="validTo">
        <DateInput />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}

const valuesOf = ({ rooms, feeItems, ...agreement }: DebitAgreementDto): Partial<SaveDebitAgreementDto> => ({
  schemeId: agreement.schemeId,
  agreementNo: agreement.agreementNo,
  customerId: agreement.customerId,
  holder: agreement.holder,
  accountKind: agreement.accountKind,
  bankName: agreement.bankName,
  bankCode: agreement.bankCode,
  idType: agreement.idType,
  limitFen: agreement.limitFen,
  validFrom: agreement.validFrom,
  validTo: agreement.validTo,
  remark: agreement.remark,
  roomIds: rooms.map(({ id }) => id),
  feeItemIds: feeItems.map(({ id }) => id),
});

/** Of a saved agreement, numbers that were not typed again are left out: they stay. */
function kept(values: SaveDebitAgreementDto, agreement?: DebitAgreementDto): SaveDebitAgreementDto {
  if (!agreement) return values;
  const { account, idNumber, mobile, ...rest } = values;
  return { ...rest, ...(account && { account }), ...(idNumber && { idNumber }), ...(mobile && { mobile }) };
}
