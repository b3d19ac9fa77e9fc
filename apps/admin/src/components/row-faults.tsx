import { Table } from "antd";

interface RowFault {
  rowNo: number;
  message: string;
}

/** The rows of a workbook that cannot be taken, each by what it is about (`named`, e.g. 房号) and with its reason. */
export function RowFaults<Fault extends RowFault>({
  faults,
  named: [key, title],
}: {
  faults: Fault[];
  named: readonly [key: keyof Fault & string, title: string];
}) {
  if (faults.length === 0) return null;
  return (
    <Table<RowFault>
      size="small"
      rowKey="rowNo"
      dataSource={faults}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: "max-content" }}
      columns={[
        { key: "rowNo", title: "行号", dataIndex: "rowNo", width: 70 },
        { key, title, dataIndex: key },
        { key: "message", title: "原因", dataIndex: "message" },
      ]}
    />
  );
}
