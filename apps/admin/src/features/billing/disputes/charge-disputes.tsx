import { useMutation } from "@tanstack/react-query";
import type { ChargeDetailDto, DisputeDto, OpenDisputeDto, SettleDisputeDto } from "@linli/contracts";
import { disputeOutcomeLabels } from "@linli/contracts/enums";
import { Alert, Button, Input, Select } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { openDispute, settleDispute } from "../charges.queries";

const isOpen = ({ settledOn }: DisputeDto) => settledOn === null;

/** Registers what the payer has against a charge, where nothing is registered yet. */
export function OpenDispute({ charge }: { charge: ChargeDetailDto }) {
  const { mutateAsync } = useMutation(openDispute(useProjectId(), charge.id));
  if (charge.openFen === 0 || charge.disputes.some(isOpen)) return null;
  return (
    <FormDialog<OpenDisputeDto>
      name="open-dispute"
      title="登记争议"
      dto="OpenDisputeDto"
      kind="modal"
      submitText="登记"
      trigger={<Button>登记争议</Button>}
      note="处理以前不计违约金，不托收，不自动冲抵；收费对象愿意缴的仍可收款。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** The disputes of a charge: the open one to settle, those before to read. */
export function ChargeDisputes({ charge }: { charge: ChargeDetailDto }) {
  if (charge.disputes.length === 0) return null;
  return (
    <section aria-label="争议">
      {charge.disputes.map((dispute) => (
        <Alert
          key={dispute.id}
          className="desk-shift"
          type={isOpen(dispute) ? "warning" : "info"}
          showIcon
          title={`${dispute.openedOn} ${dispute.openedByName} 登记争议${dispute.chargeId === charge.id ? "" : "（登记在被它替代的应收上）"}：${dispute.reason}`}
          description={
            dispute.outcome &&
            `${dispute.settledOn} ${dispute.settledByName}：${disputeOutcomeLabels[dispute.outcome]}。${dispute.resolution}`
          }
          action={isOpen(dispute) ? <SettleDispute chargeId={charge.id} /> : undefined}
        />
      ))}
    </section>
  );
}

function SettleDispute({ chargeId }: { chargeId: string }) {
  const { mutateAsync } = useMutation(settleDispute(useProjectId(), chargeId));
  return (
    <Can do="billing:waive">
      <FormDialog<SettleDisputeDto>
        name="settle-dispute"
        title="处理争议"
        dto="SettleDisputeDto"
        kind="modal"
        submitText="处理完毕"
        trigger={<Button size="small">处理</Button>}
        note="应收有误的，另行红冲、更正或申请减免。"
        onFinish={mutateAsync}
      >
        <Field name="outcome">
          <Select options={optionsOf(disputeOutcomeLabels)} />
        </Field>
        <Field name="resolution">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      </FormDialog>
    </Can>
  );
}
