import { useMutation, useQuery } from "@tanstack/react-query";
import type { CreateReceiptBookDto, ReceiptBookDto, ReceiptBookQueryDto } from "@linli/contracts";
import { receiptBookKindLabels, receiptBookStatusLabels, receiptLayoutLabels } from "@linli/contracts/enums";
import { Button, Input, InputNumber, Select } from "antd";
import { Can } from "../../../components/can";
import { type Column, countColumn, momentColumn, statusColumn, textColumn } from "../../../components/columns";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { SettingDialog } from "../setting-dialog";
import { bookRangeText, bookTones } from "./book-words";
import { cashiersQuery, createReceiptBook, receiptBookQueries } from "./receipt-books.queries";

const filters = [
  { name: "kind", label: "类型", labels: receiptBookKindLabels, width: 120 },
  { name: "status", label: "状态", labels: receiptBookStatusLabels, width: 120 },
] satisfies ListFilter<keyof ReceiptBookQueryDto & string>[];

const columns: Column<ReceiptBookDto>[] = [
  statusColumn("kind", "类型", receiptBookKindLabels),
  {
    ...textColumn<ReceiptBookDto>("prefix", "号码", { to: ({ id }) => id }),
    render: (_v, book) => bookRangeText(book),
  },
  statusColumn("status", "状态", receiptBookStatusLabels, bookTones),
  { key: "issuedToName", title: "领用人", render: (_v, { issuedToName }) => issuedToName ?? "收款点共用" },
  { key: "nextText", title: "下一张", render: (_v, { nextText }) => nextText ?? "—" },
  countColumn("used", "已用"),
  countColumn("voided", "作废"),
  countColumn("spoiled", "空白作废"),
  countColumn("left", "剩余"),
  statusColumn("layout", "打印版式", receiptLayoutLabels, {}, { hidden: true }),
  momentColumn("createdAt", "登记时间", { hidden: true }),
  textColumn("checkedByName", "核销人"),
];

/** 票据使用表: books of numbered papers, who has them, how far they are used (BIL-72). */
export function ReceiptBooksPage() {
  const table = useListTable({ list: receiptBookQueries.list(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="receipt-books"
      title="票据"
      help="receipt-books"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <>
          <DefaultLayout />
          <Can do="billing:books">
            <CreateBook />
          </Can>
        </>
      }
      empty="还没有登记票据本：收据号由系统自动连续编号。使用印好号码的票据时，在这里登记。"
    />
  );
}

/** On which paper receipts of no book are printed. */
function DefaultLayout() {
  return (
    <SettingDialog
      name="receipt-layout"
      title="默认收据版式"
      trigger={() => <Button>默认版式</Button>}
      note="没有票据本的收据按这个版式打印；票据本有自己的版式，打印时还可以另选。"
    >
      <Field name="receiptLayout">
        <Select options={optionsOf(receiptLayoutLabels)} />
      </Field>
    </SettingDialog>
  );
}

function CreateBook() {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(createReceiptBook(projectId));
  const { data: cashiers } = useQuery(cashiersQuery(projectId));
  return (
    <FormDialog<CreateReceiptBookDto>
      name="create-book"
      title="登记票据本"
      dto="CreateReceiptBookDto"
      trigger={<Button type="primary">登记票据本</Button>}
      note="登记后，收银台的收据号从票据本里按顺序取，用完为止。登记前请确认号码与印好的票据一致。"
      initialValues={{ kind: "RECEIPT", width: 6, layout: "A5" }}
      onFinish={mutateAsync}
    >
      <Field name="kind">
        <Select options={optionsOf(receiptBookKindLabels)} />
      </Field>
      <Field name="prefix" extra="号码前面的字母，如 A 或 2026-">
        <Input maxLength={12} />
      </Field>
      <Field name="width" extra="6 位时，第 1 张是 000001">
        <InputNumber min={3} max={10} precision={0} style={{ width: "100%" }} />
      </Field>
      <Field name="firstNo">
        <InputNumber min={1} precision={0} style={{ width: "100%" }} />
      </Field>
      <Field name="lastNo">
        <InputNumber min={1} precision={0} style={{ width: "100%" }} />
      </Field>
      <Field name="issuedToId" extra="不选则收款点共用">
        <Select
          allowClear
          placeholder="收款点共用"
          options={(cashiers?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="layout" extra="打印时还可以另选版式">
        <Select options={optionsOf(receiptLayoutLabels)} />
      </Field>
    </FormDialog>
  );
}
