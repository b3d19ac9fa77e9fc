import { useMutation } from "@tanstack/react-query";
import type { DunningCaseDetailDto, DunningLawsuitDto, DunningPauseDto, DunningPromiseDto } from "@linli/contracts";
import { lawsuitFileLabels, promiseFileLabels, promiseFormLabels, promiseStateLabels } from "@linli/contracts/enums";
import { Button, Card, Empty, Flex } from "antd";
import { KnownAttachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { today } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { EndLawsuitForm } from "./case-forms";
import { endPause } from "./dunning.queries";
import { VoidForm } from "./step-forms";

const tones = { RUNNING: "active", KEPT: "good", BROKEN: "bad" } as const;

/** What the debtor promised, when nobody asked, and what a court was told. */
export function CasePromises({ one }: { one: DunningCaseDetailDto }) {
  const { promises, pauses, lawsuits } = one;
  if (promises.length + pauses.length + lawsuits.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有承诺、暂停和诉讼。" />;
  return (
    <Flex vertical gap={12}>
      {promises.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} />
      ))}
      {pauses.map((pause) => (
        <PauseCard key={pause.id} pause={pause} />
      ))}
      {lawsuits.map((lawsuit) => (
        <LawsuitCard key={lawsuit.id} lawsuit={lawsuit} />
      ))}
    </Flex>
  );
}

const heading = (text: string) => <h2 style={{ margin: 0, fontSize: 14 }}>{text}</h2>;

function PromiseCard({ promise }: { promise: DunningPromiseDto }) {
  const mayDun = useCan("billing:dun");
  const isVoid = promise.voidedOn !== null;
  return (
    <Card
      size="small"
      title={heading(`还款承诺 ${promise.madeOn}`)}
      extra={
        isVoid ? (
          "已作废"
        ) : (
          <Flex gap={8} align="center">
            <StatusTag value={promise.state} labels={promiseStateLabels} tones={tones} />
            <Can do="billing:dun">
              <VoidForm
                what={{ promise: promise.id }}
                title="作废还款承诺"
                trigger={
                  <Button size="small" danger>
                    作废
                  </Button>
                }
              />
            </Can>
          </Flex>
        )
      }
    >
      <DescriptionList
        items={[
          ["承诺金额", <Money key="a" fen={promise.amountFen} strong unit />],
          ["承诺付款日", promise.payBy],
          ["期内已收", <Money key="p" fen={promise.paidFen} unit />],
          ["承诺人", promise.promisedBy],
          ["形式", promiseFormLabels[promise.form]],
          ["登记人", promise.createdByName],
          promise.note !== null && ["说明", promise.note],
          isVoid && ["作废", `${promise.voidedOn} ${promise.voidReason}`],
        ]}
      />
      <div style={{ marginTop: 12 }}>
        <KnownAttachments
          items={promise.files}
          ownerType="dunning-promise"
          ownerId={promise.id}
          kinds={promiseFileLabels}
          canWrite={mayDun && !isVoid}
        />
      </div>
    </Card>
  );
}

function PauseCard({ pause }: { pause: DunningPauseDto }) {
  const { mutateAsync } = useMutation(endPause(useProjectId()));
  const lasts = pause.endsOn === null || pause.endsOn >= today();
  return (
    <Card
      size="small"
      title={heading(`暂停催缴 ${pause.startsOn} 至 ${pause.endsOn ?? "恢复为止"}`)}
      extra={
        lasts && (
          <Can do="billing:dun">
            <ConfirmButton
              size="small"
              title="恢复催缴？"
              content="今日起批量催款不再略过这户。"
              okText="恢复"
              onConfirm={() => mutateAsync(pause.id)}
            >
              恢复催缴
            </ConfirmButton>
          </Can>
        )
      }
    >
      {pause.reason}（{pause.createdByName}）
    </Card>
  );
}

function LawsuitCard({ lawsuit }: { lawsuit: DunningLawsuitDto }) {
  const mayDun = useCan("billing:dun");
  const isVoid = lawsuit.voidedOn !== null;
  return (
    <Card
      size="small"
      title={heading(`起诉或仲裁 ${lawsuit.filedOn}`)}
      extra={
        isVoid ? (
          "已作废"
        ) : (
          <Flex gap={8} align="center">
            {lawsuit.endedOn !== null && `${lawsuit.endedOn} 终结`}
            <Can do="billing:dun">
              {lawsuit.endedOn === null && (
                <EndLawsuitForm lawsuitId={lawsuit.id} trigger={<Button size="small">登记终结</Button>} />
              )}
              <VoidForm
                what={{ lawsuit: lawsuit.id }}
                title="作废诉讼或仲裁"
                trigger={
                  <Button size="small" danger>
                    作废
                  </Button>
                }
              />
            </Can>
          </Flex>
        )
      }
    >
      <DescriptionList
        items={[
          ["法院或仲裁机构", lawsuit.forum],
          ["案号", lawsuit.docketNo],
          ["标的", <Money key="a" fen={lawsuit.amountFen} strong unit />],
          ["登记人", lawsuit.createdByName],
          lawsuit.outcome !== null && ["结果", lawsuit.outcome],
          isVoid && ["作废", `${lawsuit.voidedOn} ${lawsuit.voidReason}`],
        ]}
      />
      <div style={{ marginTop: 12 }}>
        <KnownAttachments
          items={lawsuit.files}
          ownerType="dunning-lawsuit"
          ownerId={lawsuit.id}
          kinds={lawsuitFileLabels}
          canWrite={mayDun && !isVoid}
        />
      </div>
    </Card>
  );
}
