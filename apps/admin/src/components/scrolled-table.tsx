import { Table, type TableProps } from "antd";

/** A small table beside other things: where the screen is narrower it scrolls sideways, by keyboard too. */
export function ScrolledTable<Row extends object>({ label, ...table }: TableProps<Row> & { label: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} style={{ overflowX: "auto" }}>
      <Table<Row> size="small" pagination={false} {...table} style={{ minWidth: "max-content" }} />
    </div>
  );
}
