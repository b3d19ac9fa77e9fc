import { ReloadOutlined } from "@ant-design/icons";
import { Button, Empty, Flex, Table, Tooltip, type TableProps } from "antd";
import { useState, type Key, type MouseEvent, type ReactNode } from "react";
import { useNavigate } from "react-router";
import type { ListReply, ListState } from "../lib/use-list-table";
import { ColumnChooser, useColumnChoice } from "./column-chooser";
import type { Column } from "./columns";
import { CursorPager } from "./cursor-pager";
import { ErrorNote } from "./error-note";
import { useIsNarrow } from "../lib/use-is-narrow";
import { FilterBar } from "./filter-bar";
import { SavedFilters } from "./saved-filters";

/** What is selected in a list. */
export interface Selection<Row> {
  ids: string[];
  rows: Row[];
  clear: () => void;
}

export interface ListTableProps<Row extends { id: string }, Reply extends ListReply<Row>> {
  /** Unique name of the list: the column choice is remembered under it. */
  name: string;
  /** From `useListTable`. */
  table: ListState<Row, Reply>;
  columns: readonly Column<Row>[];
  /** Where a click on a row leads. Give the first column the same link, for the keyboard. */
  rowTo?: (row: Row) => string;
  onRowClick?: (row: Row) => void;
  /** The column whose text does the same as a button, for the keyboard, where none has a link or a button of its own. */
  opener?: keyof Row & string;
  /** Buttons for the selected rows; giving it makes rows selectable. */
  batchActions?: (selection: Selection<Row>) => ReactNode;
  /** Rows that cannot be selected. */
  isSelectable?: (row: Row) => boolean;
  /** What an empty list tells the user to do next. */
  empty?: ReactNode;
  /** A line above the table about the whole result, e.g. its sum. */
  summary?: (reply: Reply) => ReactNode;
  /** A last row with the sums of the whole result, below the columns that are shown. */
  totals?: (reply: Reply, columns: readonly Column<Row>[]) => ReactNode;
  /** Filters can be kept under a name, for oneself or shared, under the name of the list. */
  saved?: boolean;
  /** Buttons at the left above the table (a page puts its main ones into the page header). */
  toolbar?: ReactNode;
  rowKey?: keyof Row & string;
  expandable?: TableProps<Row>["expandable"];
}

/** A list: filters, table, pages. Inside a tab give `useListTable` `keep: "memory"`. */
export function ListTable<Row extends { id: string }, Reply extends ListReply<Row>>(props: ListTableProps<Row, Reply>) {
  const {
    name,
    table,
    columns,
    rowTo,
    onRowClick,
    opener,
    batchActions,
    isSelectable,
    empty,
    summary,
    toolbar,
    expandable,
  } = props;
  const { visible, keys, choose } = useColumnChoice(name, columns);
  const [selected, setSelected] = useState<{ keys: Key[]; rows: Row[] }>({ keys: [], rows: [] });
  const navigate = useNavigate();
  const clear = () => setSelected({ keys: [], rows: [] });

  function handleRowClick(row: Row, event: MouseEvent) {
    const target = event.target as HTMLElement;
    if (target.closest("a, button, input, label, .ant-table-selection-column, .ant-table-row-expand-icon-cell")) return;
    if (window.getSelection()?.toString()) return;
    if (rowTo) void navigate(rowTo(row));
    onRowClick?.(row);
  }

  const handleChange: TableProps<Row>["onChange"] = (_pages, _filters, sorter, { action }) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    if (action !== "sort") return;
    const field = String(one?.columnKey ?? "");
    table.setSort(one?.order ? `${one.order === "descend" ? "-" : ""}${field}` : undefined);
  };

  const isNarrow = useIsNarrow();
  const isEmpty = table.rows === undefined || table.rows.length === 0;
  const isFiltered = Object.keys(table.values).length > 0;
  const isClickable = rowTo !== undefined || onRowClick !== undefined;
  return (
    <section className="list-table" aria-label="列表">
      {table.filters.length > 0 && (
        <FilterBar
          name={name}
          filters={table.filters}
          values={table.values}
          onChange={(values) => {
            clear();
            table.setFilters(values);
          }}
        />
      )}
      <Flex justify="space-between" align="center" gap={8} wrap className="list-toolbar">
        <Flex gap={8} align="center" wrap>
          {toolbar}
          {batchActions && selected.keys.length > 0 && (
            <>
              <span>
                已选 <b className="figures">{selected.keys.length}</b> 项
              </span>
              <Button type="link" size="small" onClick={clear}>
                取消选择
              </Button>
              {batchActions({ ids: selected.keys.map(String), rows: selected.rows, clear })}
            </>
          )}
          {table.reply && summary && <span className="list-summary">{summary(table.reply)}</span>}
        </Flex>
        <Flex className="list-tools">
          {props.saved && <SavedFilters list={name} values={table.values} apply={table.setFilters} />}
          <Tooltip title="刷新">
            <Button type="text" icon={<ReloadOutlined />} aria-label="刷新列表" onClick={table.refetch} />
          </Tooltip>
          <ColumnChooser columns={columns} keys={keys} choose={choose} />
        </Flex>
      </Flex>
      {table.error && !table.rows ? (
        <ErrorNote error={table.error} retry={table.refetch} />
      ) : (
        <Table<Row>
          size="small"
          rowKey={props.rowKey ?? "id"}
          columns={visible.map((column) =>
            inPlace(withOpener(withSortState(column, table.sort), opener, onRowClick), isNarrow),
          )}
          dataSource={table.rows}
          loading={table.loading && { delay: 200 }}
          // nothing to scroll to, on a narrow screen, where nothing is listed
          showHeader={!isNarrow || !isEmpty}
          scroll={isNarrow && isEmpty ? undefined : { x: "max-content" }}
          summary={() => table.reply && props.totals?.(table.reply, visible)}
          expandable={expandable}
          rowClassName={isClickable ? "clickable" : undefined}
          onRow={(row) => ({ onClick: isClickable ? (event) => handleRowClick(row, event) : undefined })}
          onChange={handleChange}
          showSorterTooltip={false}
          rowSelection={
            batchActions && {
              preserveSelectedRowKeys: true,
              selectedRowKeys: selected.keys,
              onChange: (chosenKeys, rows) => setSelected({ keys: chosenKeys, rows }),
              getCheckboxProps: (row) => ({ disabled: isSelectable ? !isSelectable(row) : false }),
            }
          }
          locale={{
            emptyText: table.rows ? (
              <EmptyList isFiltered={isFiltered} empty={empty} reset={() => table.setFilters({})} />
            ) : (
              " "
            ),
          }}
          pagination={
            // without a total the cursor pager below turns the pages
            table.pages !== undefined && {
              current: table.pages.page,
              pageSize: table.pageSize,
              total: table.pages.total,
              showSizeChanger: true,
              pageSizeOptions: [20, 50, 100, 200],
              showTotal: (total) => `共 ${total.toLocaleString("en-US")} 条`,
              onChange: (page, pageSize) =>
                pageSize === table.pageSize ? table.pages?.show(page) : table.setPageSize(pageSize),
            }
          }
        />
      )}
      {table.cursor && <CursorPager cursor={table.cursor} pageSize={table.pageSize} setPageSize={table.setPageSize} />}
    </section>
  );
}

function withSortState<Row>(column: Column<Row>, sort: string | undefined): Column<Row> {
  if (!column.sorter) return column;
  const order = sort === column.key ? "ascend" : sort === `-${column.key}` ? "descend" : null;
  return { ...column, sorter: true, sortOrder: order };
}

/** A click on the row is nothing for the keyboard. */
function withOpener<Row>(
  column: Column<Row>,
  opener: string | undefined,
  open: ((row: Row) => void) | undefined,
): Column<Row> {
  if (column.key !== opener || !open) return column;
  const { render } = column;
  return {
    ...column,
    render: (value: unknown, row, index) => (
      <Button type="link" size="small" className="inline-button" onClick={() => open(row)}>
        {(render ? render(value, row, index) : value) as ReactNode}
      </Button>
    ),
  };
}

/** On a narrow screen a fixed column would leave no room for the others. */
function inPlace<Row>(column: Column<Row>, isNarrow: boolean): Column<Row> {
  return isNarrow ? { ...column, fixed: undefined } : column;
}

function EmptyList({ isFiltered, empty, reset }: { isFiltered: boolean; empty: ReactNode; reset: () => void }) {
  if (isFiltered) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合筛选条件的记录">
        <Button onClick={reset}>清除筛选</Button>
      </Empty>
    );
  }
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? "还没有记录"} />;
}
