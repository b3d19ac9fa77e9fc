import { useMutation } from "@tanstack/react-query";
import type { DebitBatchDetailDto, DebitReturnCheckDto, DebitReturnLineDto } from "@linli/contracts";
import { debitActionLabels, debitLineStatusLabels, debitReasonLabels } from "@linli/contracts/enums";
import { Alert, Button, Drawer, Flex, Table } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { DescriptionList } from "../../../components/description-list";
import { FilePicker } from "../../../components/file-picker";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { checkReturn, importReturn } from "./debit.queries";

const MAX_BYTES = 5 * 1024 * 1024;

/** Takes the bank's file: first what it would do, then the booking. */
export function UploadReturn({ batch }: { batch: DebitBatchDetailDto }) {
  const projectId = useProjectId();
  const [isOpen, setOpen] = useState(false);
  const [valueDate, setValueDate] = useState<string | null>(null);
  const [file, setFile] = useState<File>();
  const check = useMutation(checkReturn(projectId, batch.id));
  const book = useMutation(importReturn(projectId, batch.id));
  const pick = (picked: File) => {
    setFile(picked);
    check.mutate({ file: picked, valueDate });
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        上传回盘
      </Button>
      <Drawer title={`批次 ${batch.batchNo} 回盘`} size={720} open={isOpen} onClose={() => setOpen(false)}>
        <Flex vertical gap={12}>
          <label>
            扣款日期（文件里没有时使用，不填为今天）{" "}
            <DateInput aria-label="扣款日期" value={valueDate} onChange={(day) => setValueDate(day ?? null)} />
          </label>
          <FilePicker accept=".txt,.csv,.xlsx,.dat" maxBytes={MAX_BYTES} onPick={pick} />
          {check.error && <Alert type="error" showIcon title={check.error.message} />}
          {check.data && file && (
            <>
              <Outcome check={check.data} />
              <Button
                type="primary"
                loading={book.isPending}
                onClick={() => book.mutate({ file, valueDate }, { onSuccess: () => setOpen(false) })}
              >
                确认入账 {formatFen(check.data.collectedFen)} 元
              </Button>
            </>
          )}
        </Flex>
      </Drawer>
    </>
  );
}

function Outcome({ check }: { check: DebitReturnCheckDto }) {
  return (
    <>
      <DescriptionList
        items={[
          ["文件", check.fileName],
          ["扣到", `${check.succeededCount} 笔，${formatFen(check.collectedFen)} 元`],
          ["失败", `${check.failedCount} 笔，${formatFen(check.failedFen)} 元`],
          ["部分扣款的余额", `${formatFen(check.shortFen)} 元`],
          ["银行没有答复", `${check.missingCount} 笔，${formatFen(check.missingFen)} 元，应收继续锁定`],
        ]}
      />
      <Table<DebitReturnLineDto>
        size="small"
        rowKey="reference"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={check.differences}
        locale={{ emptyText: "全部扣款成功" }}
        columns={[
          { title: "行号", dataIndex: "lineNo" },
          { title: "房间", render: (_v, { roomCodes }) => roomCodes.join("、") },
          { title: "开户人", dataIndex: "holder" },
          { title: "应扣（元）", align: "right", render: (_v, { amountFen }) => formatFen(amountFen) },
          { title: "实扣（元）", align: "right", render: (_v, { paidFen }) => formatFen(paidFen) },
          { title: "结果", render: (_v, { status }) => debitLineStatusLabels[status] },
          { title: "原因", render: (_v, { reason }) => reason && debitReasonLabels[reason] },
          { title: "处理", render: (_v, { action }) => action && debitActionLabels[action] },
        ]}
      />
    </>
  );
}
