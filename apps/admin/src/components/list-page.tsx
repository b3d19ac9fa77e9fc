import type { ReactNode } from "react";
import type { ListReply } from "../lib/use-list-table";
import { ListTable, type ListTableProps } from "./list-table";
import { PageHeader } from "./page-header";

/** A whole page that is a list: head with the main actions, filters, table. */
export function ListPage<Row extends { id: string }, Reply extends ListReply<Row>>({
  title,
  description,
  actions,
  help,
  above,
  ...list
}: ListTableProps<Row, Reply> & {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  help?: string;
  /** Between head and list, e.g. figures or a notice. */
  above?: ReactNode;
}) {
  return (
    <>
      <PageHeader title={title} description={description} actions={actions} help={help} />
      {above}
      <ListTable {...list} />
    </>
  );
}
