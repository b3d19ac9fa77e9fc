import { DeleteOutlined, EditOutlined, FilterOutlined } from "@ant-design/icons";
import { mutationOptions, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import type { RenameFilterDto, SavedFilterDto, SaveFilterDto } from "@linli/contracts";
import { Button, Empty, Flex, Input, Popover, Switch } from "antd";
import { useState } from "react";
import { api, bodyOf } from "../lib/api-client";
import type { FilterValues } from "../lib/list-filter";
import { useProjectId } from "../lib/session";
import { useCan } from "../lib/use-can";
import { ConfirmButton } from "./confirm-button";
import { Field } from "./field";
import { FormDialog } from "./form-dialog";

const ofFilter = (projectId: string, filterId: string) => ({ params: { path: { projectId, filterId } } });

const savedFilters = {
  list: (projectId: string, list: string) =>
    queryOptions({
      queryKey: ["saved-filters", projectId, list],
      queryFn: async () =>
        (
          await bodyOf(
            api.GET("/projects/{projectId}/saved-filters", { params: { path: { projectId }, query: { list } } }),
          )
        ).items,
    }),
  save: (projectId: string) =>
    mutationOptions({
      mutationFn: (body: SaveFilterDto) =>
        bodyOf(api.POST("/projects/{projectId}/saved-filters", { params: { path: { projectId } }, body })),
      meta: { done: "筛选已保存" },
    }),
  rename: (projectId: string, filterId: string) =>
    mutationOptions({
      mutationFn: (body: RenameFilterDto) =>
        bodyOf(api.PUT("/projects/{projectId}/saved-filters/{filterId}", { ...ofFilter(projectId, filterId), body })),
      meta: { done: "筛选已保存" },
    }),
  remove: (projectId: string) =>
    mutationOptions({
      mutationFn: (filterId: string) =>
        bodyOf(api.DELETE("/projects/{projectId}/saved-filters/{filterId}", ofFilter(projectId, filterId))),
      meta: { done: "筛选已删除" },
    }),
};

interface Props {
  /** Name of the list. */
  list: string;
  values: FilterValues;
  apply: (values: FilterValues) => void;
}

/** The filters of a list kept under a name (QRY-04): save the present one, pick, rename, delete; one's own or shared. */
export function SavedFilters({ list, values, apply }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery({ ...savedFilters.list(useProjectId(), list), enabled: isOpen });

  const content = (
    <div className="saved-filters">
      {data.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有保存的筛选。先在上面筛选，再保存。" />
      )}
      {data.map((filter) => (
        <Flex key={filter.id} align="center" gap={4}>
          <Button
            type="text"
            className="saved-filter"
            onClick={() => {
              apply(Object.fromEntries(filter.fields.map((field) => [field.name, valueOf(field.values)])));
              setOpen(false);
            }}
          >
            {filter.name}
            {filter.shared && <span className="tone tone-neutral">共享</span>}
          </Button>
          {filter.canChange && <Change filter={filter} />}
        </Flex>
      ))}
      <SaveFilter list={list} values={values} />
    </div>
  );
  return (
    <Popover
      content={content}
      title="保存的筛选"
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
    >
      <Button type="text" icon={<FilterOutlined />}>
        保存的筛选
      </Button>
    </Popover>
  );
}

const valueOf = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? "") : values);

function SaveFilter({ list, values }: Pick<Props, "list" | "values">) {
  const { mutateAsync } = useMutation(savedFilters.save(useProjectId()));
  const fields = Object.entries(values).map(([name, value]) => ({ name, values: [value].flat() }));
  return (
    <FormDialog<RenameFilterDto>
      name={`save-filter-${list}`}
      title="保存当前筛选"
      kind="modal"
      width={420}
      dto="RenameFilterDto"
      trigger={
        <Button block disabled={fields.length === 0}>
          保存当前筛选
        </Button>
      }
      initialValues={{ shared: false }}
      onFinish={(form) => mutateAsync({ ...form, list, fields })}
    >
      <NameFields />
    </FormDialog>
  );
}

function Change({ filter }: { filter: SavedFilterDto }) {
  const projectId = useProjectId();
  const { mutateAsync: rename } = useMutation(savedFilters.rename(projectId, filter.id));
  const { mutateAsync: remove } = useMutation(savedFilters.remove(projectId));
  return (
    <>
      <FormDialog<RenameFilterDto>
        name={`rename-filter-${filter.id}`}
        title="修改保存的筛选"
        kind="modal"
        width={420}
        dto="RenameFilterDto"
        trigger={<Button type="text" size="small" icon={<EditOutlined />} aria-label={`修改筛选 ${filter.name}`} />}
        initialValues={{ name: filter.name, shared: filter.shared }}
        onFinish={rename}
      >
        <NameFields />
      </FormDialog>
      <ConfirmButton
        type="text"
        size="small"
        danger
        icon={<DeleteOutlined />}
        aria-label={`删除筛选 ${filter.name}`}
        title={`删除筛选“${filter.name}”？`}
        okText="删除"
        onConfirm={() => remove(filter.id)}
      />
    </>
  );
}

function NameFields() {
  const mayShare = useCan("project:settings");
  return (
    <>
      <Field name="name">
        <Input placeholder="例如：欠费 5,000 元以上的业主" />
      </Field>
      {mayShare && (
        <Field name="shared" valuePropName="checked" extra="打开后，本管理区的同事都能使用这个筛选">
          <Switch />
        </Field>
      )}
    </>
  );
}
