import { useMutation, useQuery } from "@tanstack/react-query";
import type { MergeDto, UndoMergeDto } from "@linli/contracts";
import { Button, Card, Input, Table } from "antd";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { formatMoment } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { mergeQueries, undoMerge } from "./merge.queries";

/** Entries that were merged into a customer, and the way back; nothing when there are none. */
export function MergesCard({ customerId }: { customerId: string }) {
  const { data } = useQuery(mergeQueries.of(useProjectId(), customerId));
  if (!data || data.items.length === 0) return null;
  return (
    <Card size="small" className="section-card" title="合并进来的客户">
      <Table<MergeDto>
        size="small"
        rowKey="id"
        dataSource={data.items}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          {
            title: "客户",
            key: "merged",
            render: (_value, { mergedName, mergedNumber }) => (
              <>
                {mergedName} <span className="figures">{mergedNumber}</span>
              </>
            ),
          },
          {
            title: "合并",
            key: "at",
            render: (_value, { at, byName, reason }) => `${formatMoment(at)} ${byName}：${reason}`,
          },
          { title: "状态", key: "state", render: (_value, merge) => <State merge={merge} /> },
          {
            title: "操作",
            key: "actions",
            width: 100,
            render: (_value, merge) =>
              !merge.undoneAt &&
              merge.blockers.length === 0 && (
                <Can do="customer:merge">
                  <UndoMerge merge={merge} />
                </Can>
              ),
          },
        ]}
      />
    </Card>
  );
}

function State({ merge: { undoneAt, undoneByName, undoReason, blockers } }: { merge: MergeDto }) {
  if (undoneAt) return <>{`${formatMoment(undoneAt)} ${undoneByName ?? ""} 撤销：${undoReason ?? ""}`}</>;
  if (blockers.length > 0) return <>{`不能撤销：之后已有${blockers.join("、")}`}</>;
  return <>可以撤销</>;
}

function UndoMerge({ merge }: { merge: MergeDto }) {
  const { mutateAsync } = useMutation(undoMerge(useProjectId(), merge.id));
  return (
    <FormDialog<UndoMergeDto>
      name={`undo-merge-${merge.id}`}
      title="撤销合并"
      dto="UndoMergeDto"
      kind="modal"
      danger
      trigger={
        <Button type="link" danger aria-label={`撤销合并 ${merge.mergedName} ${merge.mergedNumber}`}>
          撤销合并
        </Button>
      }
      submitText="撤销合并"
      note={`${merge.mergedName}（${merge.mergedNumber}）将恢复为单独的客户，资料、关系和款项回到合并前。`}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input placeholder="例如：不是同一个人" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
