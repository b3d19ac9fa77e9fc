import { useMutation } from "@tanstack/react-query";
import type { RateDto, RateVersionDto } from "@linli/contracts";
import { Button, Timeline } from "antd";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import "./charging.css";
import { lateFeeInWords } from "./late-fees/rate-late-fee";
import { AddVersionForm, EditVersionForm } from "./rate-forms";
import { tiersInWords, versionInWords } from "./rate-words";
import { removeVersion } from "./rates.queries";

/** The prices of a rate on a line of time, the latest first. */
export function RateVersions({ rate }: { rate: RateDto }) {
  const versions = rate.versions.toReversed();
  return (
    <>
      <Can do="billing:rates">
        <div className="section-head">
          <span />
          <AddVersionForm rate={rate} trigger={<Button type="primary">新增价格</Button>} />
        </div>
      </Can>
      <Timeline
        items={versions.map((version, index) => ({
          key: version.id,
          color: toneOf(version),
          content: <Version rate={rate} version={version} isLast={index === 0 && versions.length > 1} />,
        }))}
      />
    </>
  );
}

const isOver = ({ endsOn }: RateVersionDto) => endsOn !== null && endsOn < today();
const isToCome = ({ startsOn }: RateVersionDto) => startsOn > today();
const toneOf = (version: RateVersionDto) => (isOver(version) ? "gray" : isToCome(version) ? "blue" : "green");

function Version({ rate, version, isLast }: { rate: RateDto; version: RateVersionDto; isLast: boolean }) {
  const { mutateAsync: remove } = useMutation(removeVersion(useProjectId(), rate.id));
  const state = isOver(version) ? "已结束" : isToCome(version) ? "未开始" : "执行中";
  return (
    <>
      <div className="figures">
        {version.startsOn} 至 {version.endsOn ?? "今后"}{" "}
        <span className={`tone tone-${state === "执行中" ? "good" : state === "未开始" ? "active" : "neutral"}`}>
          {state}
        </span>
      </div>
      <div className="strong figures">{versionInWords(rate, version)}</div>
      {tiersInWords(rate, version).map((tier) => (
        <div key={tier} className="figures">
          {tier}
        </div>
      ))}
      <div>违约金：{lateFeeInWords(version)}</div>
      {version.billedTo ? (
        <small className="unsaved-hint">已出账到 {version.billedTo}，不能修改</small>
      ) : (
        <Can do="billing:rates">
          <span className="row-actions">
            <EditVersionForm rate={rate} version={version} trigger={<Button type="link">更正</Button>} />
            {isLast && (
              <ConfirmButton
                type="link"
                danger
                title={`删除自 ${version.startsOn} 起的价格？`}
                content="上一价格继续执行。"
                okText="删除"
                onConfirm={() => remove(version.id)}
              >
                删除
              </ConfirmButton>
            )}
          </span>
        </Can>
      )}
    </>
  );
}
