import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  BookLayoutDto,
  BookNumberDto,
  BookNumbersQueryDto,
  CheckReceiptBookDto,
  ReceiptBookDto,
  SpoilNumberDto,
} from "@linli/contracts";
import {
  bookNumberStateLabels,
  receiptBookKindLabels,
  receiptBookStatusLabels,
  receiptLayoutLabels,
} from "@linli/contracts/enums";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { Can } from "../../../components/can";
import { type Column, dateColumn, moneyColumn, statusColumn, textColumn } from "../../../components/columns";
import { ConfirmButton } from "../../../components/confirm-button";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListTable } from "../../../components/list-table";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId, useSession } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { bookRangeText, bookTones, numberTones } from "./book-words";
import {
  checkReceiptBook,
  receiptBookQueries,
  returnReceiptBook,
  setBookLayout,
  spoilNumber,
} from "./receipt-books.queries";
import "../shifts/shifts.css";

const filters = [{ name: "only", label: "范围", labels: { GAPS: "只看作废" }, width: 120 }] satisfies ListFilter<
  keyof BookNumbersQueryDto & string
>[];

/** One book and what became of each of its numbers. */
export function ReceiptBookPage() {
  const { bookId = "" } = useParams();
  const query = useQuery(receiptBookQueries.one(useProjectId(), bookId));
  return <QueryView query={query}>{(book) => <Book book={book} />}</QueryView>;
}

function Book({ book }: { book: ReceiptBookDto }) {
  const isUsedUp = book.nextNo === null;
  const isMine = useSession().id === book.issuedToId;
  return (
    <>
      <PageHeader
        title={`票据 ${bookRangeText(book)}`}
        help="receipt-books"
        back="billing/receipt-books"
        tags={<StatusTag value={book.status} labels={receiptBookStatusLabels} tones={bookTones} />}
        actions={
          <>
            {book.nextNo !== null && (
              <Can do="billing:collect">
                <Spoil book={book} no={book.nextNo} />
              </Can>
            )}
            <Can do="billing:books">
              <Layout book={book} />
              {book.status === "ACTIVE" && !isUsedUp && <HandBack book={book} />}
              {book.status !== "CHECKED" && isUsedUp && !isMine && <Check book={book} />}
            </Can>
          </>
        }
      />
      <div className="card-grid">
        <StatCard title="已用" value={book.used} />
        <StatCard title="作废" value={book.voided} hint="红冲，客户联已收回" />
        <StatCard title="空白作废" value={book.spoiled} hint="号码里的空缺" />
        <StatCard title="剩余" value={book.left} hint={book.nextText ? `下一张 ${book.nextText}` : undefined} />
      </div>
      <div className="shift-facts">
        <DescriptionList
          items={[
            ["类型", receiptBookKindLabels[book.kind]],
            ["领用人", book.issuedToName ?? "收款点共用"],
            ["打印版式", receiptLayoutLabels[book.layout]],
            ["登记时间", formatMoment(book.createdAt)],
            book.checkedAt !== null && ["核销", `${book.checkedByName ?? ""}，${formatMoment(book.checkedAt)}`],
            book.checkNote !== null && ["核销说明", book.checkNote],
          ]}
        />
      </div>
      <h2 className="section-title">号码去向</h2>
      <Numbers bookId={book.id} />
      <h2 className="section-title">历史</h2>
      <ThingTimeline entity="receipt-book" entityId={book.id} />
    </>
  );
}

function Numbers({ bookId }: { bookId: string }) {
  const linkTo = usePageLink();
  const columns: Column<BookNumberDto>[] = [
    textColumn("text", "号码", {
      to: ({ receiptId }) => (receiptId ? linkTo(`billing/receipts/${receiptId}`) : undefined),
    }),
    statusColumn("state", "去向", bookNumberStateLabels, numberTones),
    moneyColumn("amountFen", "金额（元）"),
    dateColumn("day", "日期"),
    textColumn("byName", "经办人"),
    textColumn("reason", "原因"),
  ];
  const list = receiptBookQueries.numbers(useProjectId(), bookId);
  const table = useListTable({ list, filters, paging: "cursor", keep: "memory" });
  return <ListTable name="book-numbers" table={table} columns={columns} empty="这本票据还没有用过。" />;
}

function Spoil({ book, no }: { book: ReceiptBookDto; no: number }) {
  const { mutateAsync } = useMutation(spoilNumber(useProjectId(), book.id));
  return (
    <FormDialog<Omit<SpoilNumberDto, "no">>
      name="spoil-number"
      title={`空白票据 ${book.nextText ?? ""} 作废`}
      dto="SpoilNumberDto"
      kind="modal"
      danger
      submitText="作废"
      trigger={<Button>下一张作废</Button>}
      note="打坏、撕坏的空白票据作废后不能再用；各联与存根一起保管。"
      initialValues={{ copiesKept: false }}
      onFinish={(values) => mutateAsync({ no, ...values })}
    >
      <Field name="reason">
        <Input maxLength={200} placeholder="如：打印机卡纸" />
      </Field>
      <Form.Item name="copiesKept" valuePropName="checked">
        <Checkbox>各联已收齐</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function Layout({ book }: { book: ReceiptBookDto }) {
  const { mutateAsync } = useMutation(setBookLayout(useProjectId(), book.id));
  return (
    <FormDialog<BookLayoutDto>
      name="book-layout"
      title="更改打印版式"
      dto="BookLayoutDto"
      kind="modal"
      trigger={<Button>打印版式</Button>}
      note="以后打印这本票据的收据时使用；补打以前的收据也用新版式。"
      initialValues={{ layout: book.layout }}
      onFinish={mutateAsync}
    >
      <Field name="layout">
        <Select options={optionsOf(receiptLayoutLabels)} />
      </Field>
    </FormDialog>
  );
}

function HandBack({ book }: { book: ReceiptBookDto }) {
  const { mutateAsync } = useMutation(returnReceiptBook(useProjectId(), book.id));
  return (
    <ConfirmButton
      title="交回这本票据？"
      content={`剩余 ${book.left} 张不再使用。`}
      okText="交回"
      onConfirm={() => mutateAsync()}
    >
      交回
    </ConfirmButton>
  );
}

function Check({ book }: { book: ReceiptBookDto }) {
  const { mutateAsync } = useMutation(checkReceiptBook(useProjectId(), book.id));
  return (
    <FormDialog<CheckReceiptBookDto>
      name="check-book"
      title="核销票据本"
      dto="CheckReceiptBookDto"
      kind="modal"
      submitText="核销"
      trigger={<Button type="primary">核销</Button>}
      note={`已用 ${book.used} 张，作废 ${book.voided} 张，空白作废 ${book.spoiled} 张，未用 ${book.left} 张。请核对存根后核销。`}
      onFinish={mutateAsync}
    >
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="选填" />
      </Field>
    </FormDialog>
  );
}
