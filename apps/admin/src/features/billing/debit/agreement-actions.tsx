import { useMutation } from "@tanstack/react-query";
import type { DebitAgreementDto, DebitReasonDto, SignDebitAgreementDto } from "@linli/contracts";
import { consentWayLabels } from "@linli/contracts/enums";
import { Button, Checkbox, Flex, Input, Select } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { AgreementForm } from "./agreement-form";
import { endAgreement, resumeAgreement, signAgreement, suspendAgreement } from "./debit.queries";

/** What may be done with an agreement where it stands. */
export function AgreementActions({ agreement }: { agreement: DebitAgreementDto }) {
  const projectId = useProjectId();
  const { id, status, agreementNo } = agreement;
  const suspend = useMutation(suspendAgreement(projectId, id));
  const end = useMutation(endAgreement(projectId, id));
  const resume = useMutation(resumeAgreement(projectId, id));
  if (status === "ENDED") return null;
  return (
    <Can do="billing:debit-agreement">
      <Flex gap={4} wrap>
        {status === "PENDING" && <Sign agreement={agreement} />}
        {status === "SUSPENDED" && (
          <ConfirmButton size="small" title={`恢复协议 ${agreementNo}？`} onConfirm={() => resume.mutateAsync()}>
            恢复
          </ConfirmButton>
        )}
        {status === "ACTIVE" && (
          <WithReason
            title={`暂停协议 ${agreementNo}`}
            onFinish={suspend.mutateAsync}
            trigger={<Button size="small">暂停</Button>}
          />
        )}
        <AgreementForm agreement={agreement} trigger={<Button size="small">修改</Button>} />
        <WithReason
          title={`终止协议 ${agreementNo}`}
          danger
          onFinish={end.mutateAsync}
          trigger={
            <Button size="small" danger>
              终止
            </Button>
          }
        />
      </Flex>
    </Can>
  );
}

function Sign({ agreement: { id, agreementNo } }: { agreement: DebitAgreementDto }) {
  const { mutateAsync } = useMutation(signAgreement(useProjectId(), id));
  return (
    <FormDialog<SignDebitAgreementDto>
      name="sign-debit-agreement"
      kind="modal"
      title={`协议 ${agreementNo} 签约生效`}
      dto="SignDebitAgreementDto"
      note="使用银行账户属于敏感个人信息，须有客户的单独同意；已在客户档案登记过的不必再勾选。"
      trigger={
        <Button size="small" type="primary">
          签约
        </Button>
      }
      onFinish={mutateAsync}
    >
      <Field name="signedOn">
        <DateInput />
      </Field>
      <Field name="consented" valuePropName="checked">
        <Checkbox>客户已单独同意</Checkbox>
      </Field>
      <Field name="consentWay">
        <Select allowClear options={optionsOf(consentWayLabels)} />
      </Field>
    </FormDialog>
  );
}

/** A verb that needs a reason. */
export function WithReason({
  title,
  danger,
  trigger,
  onFinish,
}: {
  title: string;
  danger?: boolean;
  trigger: ReactElement<{ onClick?: () => void }>;
  onFinish: (values: DebitReasonDto) => Promise<unknown>;
}) {
  return (
    <FormDialog<DebitReasonDto>
      name="debit-reason"
      kind="modal"
      title={title}
      dto="DebitReasonDto"
      danger={danger}
      trigger={trigger}
      onFinish={onFinish}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}
