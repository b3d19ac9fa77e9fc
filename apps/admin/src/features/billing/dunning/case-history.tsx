import type { DunningDeliveryDto, DunningStepDto } from "@linli/contracts";
import { dunningChannelLabels, dunningDeliveryLabels, dunningFileLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Empty, Flex, Typography } from "antd";
import { useState } from "react";
import { AttachmentList, KnownAttachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { PrintButton } from "../../../components/print-button";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { DeliveryForm, VoidForm } from "./step-forms";

/** Every demand of a case with what proves it, the latest first. */
export function CaseHistory({ steps }: { steps: readonly DunningStepDto[] }) {
  if (steps.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有催过。打了电话、上了门，在这里登记。" />;
  return (
    <Flex vertical gap={12}>
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </Flex>
  );
}

function Step({ step }: { step: DunningStepDto }) {
  const projectId = useProjectId();
  const mayDun = useCan("billing:dun");
  const { id, stepNo, onDay, kind, channel, levelName, amountFen, charges, text, payBy, voidedOn, voidReason, files } =
    step;
  const isOpen = voidedOn === null;
  const [isProving, setIsProving] = useState(files.length > 0);
  return (
    <Card
      size="small"
      title={
        <Flex gap={8} wrap align="center">
          <h2 style={{ margin: 0, fontSize: 14 }} className="figures">
            {onDay} {levelName ?? dunningChannelLabels[channel]}
          </h2>
          {levelName && <StatusTag value={channel} labels={dunningChannelLabels} />}
          {kind === "BILL" && <span className="tone tone-neutral">到期前账单，不是催款</span>}
          <Typography.Text type="secondary">{stepNo}</Typography.Text>
          {!isOpen && <span className="tone tone-neutral">已作废</span>}
        </Flex>
      }
    >
      {voidReason && <Alert type="warning" showIcon className="form-note" title={`${voidedOn} 作废：${voidReason}`} />}
      <p style={{ margin: 0, whiteSpace: "pre-wrap" }}>{text}</p>
      <p className="unsaved-hint">
        {kind === "BILL" ? "账单" : "催缴"} <Money fen={amountFen} unit />（{charges} 笔）{payBy && `，期限 ${payBy}`} ·{" "}
        {step.createdByName} {formatMoment(step.createdAt)}
      </p>
      {step.deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} />
      ))}
      {isOpen && step.deliveries.some(({ interrupts }) => interrupts) && files.length === 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title="还没有上传送达证据：诉讼时需要签收单、邮寄凭证或截图。"
        />
      )}
      {mayDun && isOpen && isProving && (
        <KnownAttachments items={files} ownerType="dunning-step" ownerId={id} kinds={dunningFileLabels} canWrite />
      )}
      {!(mayDun && isOpen) && files.length > 0 && <AttachmentList items={files} hasKinds />}
      {isOpen && (
        <Can do="billing:dun">
          <Flex gap={8} wrap style={{ marginTop: 12 }}>
            <PrintButton size="small" path={`/projects/${projectId}/dunning-notices/pdf?stepId=${id}`}>
              打印
            </PrintButton>
            {!isProving && (
              <Button size="small" onClick={() => setIsProving(true)}>
                上传证据
              </Button>
            )}
            <DeliveryForm stepId={id} stepNo={stepNo} kind={kind} trigger={<Button size="small">登记送达</Button>} />
            <VoidForm
              what={{ step: id }}
              title={`作废催缴 ${stepNo}`}
              trigger={
                <Button size="small" danger>
                  作废
                </Button>
              }
            />
          </Flex>
        </Can>
      )}
    </Card>
  );
}

function Delivery({ delivery }: { delivery: DunningDeliveryDto }) {
  const { id, deliveredOn, how, recipient, result, interrupts, voidedOn, voidReason } = delivery;
  const words = [`${deliveredOn} ${dunningDeliveryLabels[how]}`, recipient, result].filter(Boolean).join("，");
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
      {voidedOn ? <del>{words}</del> : <span>{words}</span>}
      {voidedOn && <span className="unsaved-hint">{`作废：${voidReason}`}</span>}
      {!voidedOn && interrupts && <span className="tone tone-good">时效重新计算</span>}
      {!voidedOn && (
        <Can do="billing:dun">
          <VoidForm
            what={{ delivery: id }}
            title="作废送达"
            trigger={
              <Button type="link" size="small">
                作废送达
              </Button>
            }
          />
        </Can>
      )}
    </Flex>
  );
}
