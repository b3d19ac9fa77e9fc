import { useMutation } from "@tanstack/react-query";
import { Card, Table, type TableColumnType } from "antd";
import type { ReactNode } from "react";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { useProjectId } from "../../lib/session";
import { removePart, type RemovablePart } from "./details.queries";

interface Props<Row extends { id: string }> {
  title: string;
  rows: readonly Row[];
  columns: TableColumnType<Row>[];
  empty: string;
  /** The button that adds a row, for whoever may write. */
  add: ReactNode;
  actions: (row: Row) => ReactNode;
}

/** One list of what belongs to a customer: its rows, what can be done with each, and the way to add one. */
export function PartCard<Row extends { id: string }>({ title, rows, columns, empty, add, actions }: Props<Row>) {
  const acting: TableColumnType<Row> = {
    title: "操作",
    key: "actions",
    width: 150,
    render: (_value, row) => (
      <Can do="customer:write">
        <span className="row-actions">{actions(row)}</span>
      </Can>
    ),
  };
  return (
    <Card size="small" className="section-card" title={title} extra={<Can do="customer:write">{add}</Can>}>
      <Table<Row>
        size="small"
        rowKey="id"
        columns={[...columns, acting]}
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: empty }}
      />
    </Card>
  );
}

/** Removes one row of a list. */
export function RemovePart({
  customerId,
  part,
  row: { id, name },
}: {
  customerId: string;
  part: RemovablePart;
  row: { id: string; name: string };
}) {
  const { mutateAsync } = useMutation(removePart(useProjectId(), customerId, part, id));
  return (
    <ConfirmButton
      type="link"
      danger
      aria-label={`删除 ${name}`}
      title={`删除 ${name}？`}
      content="删除后仍可在历史中查到。"
      okText="删除"
      onConfirm={() => mutateAsync()}
    >
      删除
    </ConfirmButton>
  );
}
