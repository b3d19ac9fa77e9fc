import { useMutation, useQuery } from "@tanstack/react-query";
import type { PeriodSealDto, PeriodSealListDto, SealVerificationDto } from "@linli/contracts";
import { Alert, Button, Flex, Table, Typography } from "antd";
import { useState } from "react";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { ReopenDialog } from "./reopen-dialog";
import { sealQueries, verifySeal } from "./seals.queries";

/** 账务校验: whether the money rows of closed months are as they were when they were closed. */
export function SealsPage() {
  const query = useQuery(sealQueries.list(useProjectId()));
  const mayReopen = useCan("billing:reopen");
  const reopenable = query.data?.reopenable;
  return (
    <>
      <PageHeader
        title="账务校验"
        help="month"
        actions={mayReopen && reopenable && <ReopenDialog period={reopenable} />}
      />
      <QueryView query={query}>{(list) => <Seals list={list} />}</QueryView>
    </>
  );
}

/** The verified months so far, and how to verify more, one after the other. */
function useVerification() {
  const { mutateAsync } = useMutation(verifySeal(useProjectId()));
  const [results, setResults] = useState<ReadonlyMap<string, SealVerificationDto>>(new Map());
  const [running, setRunning] = useState<string>();
  async function verify(periods: readonly string[]) {
    try {
      for (const period of periods) {
        setRunning(period);
        const result = await mutateAsync(period);
        setResults((before) => new Map(before).set(period, result));
      }
    } finally {
      setRunning(undefined);
    }
  }
  return { results, running, verify };
}

function Seals({ list: { items, unsealed } }: { list: PeriodSealListDto }) {
  const { results, running, verify } = useVerification();
  // of a month closed twice only the last close has a claim on the rows
  const sealed = items.filter(({ reopened }) => reopened === null);
  const verified = sealed.flatMap(({ period }) => results.get(period) ?? []);
  const broken = verified.filter(({ intact }) => !intact);
  return (
    <>
      <p className="desk-rule">
        每次月结都对当月的应收、收款、退款、预收、押金、解款、托收到账、公共收益、解缴和维修资金逐条计算校验值，并与上一次的校验值相连。重新计算的结果不同，说明月结以后有账目被改动。
      </p>
      <Flex gap={12} align="center" wrap style={{ marginBottom: 12 }}>
        <Button
          type="primary"
          disabled={sealed.length === 0}
          loading={running !== undefined}
          onClick={() => void verify(sealed.map(({ period }) => period))}
        >
          {running === undefined ? "全部校验" : `正在校验 ${running}`}
        </Button>
        <span role="status">
          {verified.length > 0 &&
            (broken.length === 0 ? `已校验 ${verified.length} 个月，全部完好` : `${broken.length} 个月与月结时不符`)}
        </span>
      </Flex>
      {broken.map(({ period, faults }) => (
        <Alert
          key={period}
          type="error"
          showIcon
          style={{ marginBottom: 8 }}
          title={`${period} 与月结时不符`}
          description={faults.map(({ name, detail }) => `${name}：${detail}`).join("；")}
        />
      ))}
      {unsealed.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`${unsealed.join("、")} 月结时还没有启用账务校验，没有校验值`}
        />
      )}
      <Table<PeriodSealDto>
        size="small"
        rowKey="id"
        pagination={items.length > 24 && { pageSize: 24, showSizeChanger: false }}
        scroll={{ x: "max-content" }}
        dataSource={items}
        locale={{ emptyText: "还没有月结。第一次月结以后，这里可以校验账目" }}
        expandable={{ expandedRowRender: (seal) => <Parts seal={seal} /> }}
        columns={[
          { key: "period", title: "月份", render: (_v, { period }) => <span className="figures">{period}</span> },
          {
            key: "closed",
            title: "月结",
            render: (_v, { closedByName, closedAt }) => `${closedByName} ${formatMoment(closedAt)}`,
          },
          {
            key: "rows",
            title: "账目条数",
            align: "right",
            render: (_v, { parts }) => (
              <span className="figures">{parts.reduce((sum, { rows }) => sum + rows, 0).toLocaleString()}</span>
            ),
          },
          { key: "hash", title: "校验值", render: (_v, { hash }) => <Hash value={hash} /> },
          {
            key: "state",
            title: "状态",
            render: (_v, seal) => <State seal={seal} result={results.get(seal.period)} />,
          },
          {
            key: "verify",
            title: "操作",
            render: (_v, { period, reopened }) =>
              reopened === null && (
                <Button
                  size="small"
                  loading={running === period}
                  disabled={running !== undefined && running !== period}
                  onClick={() => void verify([period])}
                >
                  校验
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

/** The beginning of a hash, copied whole. */
function Hash({ value }: { value: string }) {
  return (
    <Typography.Text className="figures" copyable={{ text: value, tooltips: ["复制完整校验值", "已复制"] }}>
      {value.slice(0, 12)}
    </Typography.Text>
  );
}

function State({ seal, result }: { seal: PeriodSealDto; result: SealVerificationDto | undefined }) {
  if (seal.reopened) return <span className="tone tone-warning">已反结账</span>;
  if (!result) return <span className="tone tone-neutral">未校验</span>;
  return result.intact ? <span className="tone tone-good">完好</span> : <span className="tone tone-bad">不符</span>;
}

function Parts({ seal: { parts, previousHash, reopened } }: { seal: PeriodSealDto }) {
  return (
    <>
      {reopened && (
        <p>
          {formatMoment(reopened.reopenedAt)} 反结账：{reopened.requestedByName} 申请，{reopened.approvedByName}{" "}
          审批，原因：{reopened.reason}
        </p>
      )}
      <p>
        {previousHash === null ? (
          "第一个校验值"
        ) : (
          <>
            上一个校验值 <Hash value={previousHash} />
          </>
        )}
      </p>
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={parts}
        columns={[
          { dataIndex: "name", title: "账目" },
          { dataIndex: "rows", title: "条数", align: "right" },
          { key: "digest", title: "校验值", render: (_v, { digest }) => <Hash value={digest} /> },
        ]}
      />
    </>
  );
}
